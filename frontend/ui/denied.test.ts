import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { isDenied } from "./denied";

const failed = (code: string) =>
  TRPCClientError.from({ error: { message: "", code: -32000, data: { code } } } as Parameters<
    typeof TRPCClientError.from
  >[0]);

test("a missing right is one; what may work the next time and what never answered isn't", () => {
  expect(isDenied(failed("FORBIDDEN"))).toBe(true);
  for (const code of ["UNAUTHORIZED", "NOT_FOUND", "SERVICE_UNAVAILABLE"]) expect(isDenied(failed(code))).toBe(false);
  expect(isDenied(new Error("FORBIDDEN"))).toBe(false);
  expect(isDenied(null)).toBe(false);
});
