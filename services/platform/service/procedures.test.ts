import { expect, it } from "vitest";
import { callsPerMinute, serviceProcedures } from "./procedures.ts";

const { router, procedure } = serviceProcedures<undefined>();
const callerOf = router({ ping: procedure.query(() => "pong") }).createCaller;
const caller = (cookie: string) =>
  callerOf({
    service: undefined,
    session: { cookie, csrfToken: "t" },
    backendFor: () => {
      throw new Error("no backend is asked");
    },
  });

it("who calls more than a person can is told to wait, and nobody else is", async () => {
  const busy = caller("busy");
  for (let call = 0; call < callsPerMinute; call += 1) expect(await busy.ping()).toBe("pong");
  await expect(busy.ping()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  expect(await caller("calm").ping()).toBe("pong");
});

it("nobody signed in gets nothing", async () => {
  const nobody = callerOf({ service: undefined, session: undefined, backendFor: undefined });
  await expect(nobody.ping()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
