import { BackendError, BackendUnreachable } from "@softwhere/services/platform/backend/errors";
import { describe, expect, it, vi } from "vitest";
import { unlessRefused } from "./unless-refused";

vi.mock("server-only", () => ({}));

function backend(signedIn: boolean) {
  return {
    asked: 0,
    async isSignedIn() {
      this.asked += 1;
      return signedIn;
    },
  };
}

describe("what may be refused", () => {
  it("is the answer, without another question", async () => {
    const client = backend(true);
    expect(await unlessRefused(client, Promise.resolve([1]), [])).toEqual([1]);
    expect(client.asked).toBe(0);
  });

  it("is nothing for who lacks the right, told apart from an ended session once", async () => {
    const client = backend(true);
    const refused = () => Promise.reject(new BackendError(403, []));
    expect(
      await Promise.all([
        unlessRefused(client, refused(), []),
        unlessRefused(client, refused(), undefined),
        unlessRefused(client, Promise.reject(Object.assign(new Error(), { statusCode: 403 })), 0),
      ]),
    ).toEqual([[], undefined, 0]);
    expect(client.asked).toBe(1);
  });

  it("stays an error when the session has ended", async () => {
    await expect(unlessRefused(backend(false), Promise.reject(new BackendError(403, [])), [])).rejects.toMatchObject({
      status: 403,
    });
  });

  it.each([
    new BackendUnreachable("down"),
    new BackendError(401, []),
    new BackendError(404, []),
    new BackendError(500, []),
    Object.assign(new Error(), { statusCode: 503 }),
    new Error("other"),
  ])("stays an error when it is %s", async (error) => {
    await expect(unlessRefused(backend(true), Promise.reject(error), [])).rejects.toBe(error);
  });
});
