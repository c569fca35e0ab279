import { expect, it } from "vitest";
import { jobCause } from "./job-cause";

it.each([
  ["550 no such mailbox here", { cause: "address", number: "550" }],
  ["Can't send mail - all recipients were rejected: 552 mailbox full", { cause: "full", number: "552" }],
  ["Invalid login: 535 5.7.8", { cause: "signIn", number: "535" }],
  ["554 5.7.1 refused by policy", { cause: "blocked", number: "554" }],
  ["451 try again later", { cause: "busy", number: "451" }],
  ["connect ECONNREFUSED 10.0.0.1:25", { cause: "unreachable", number: "" }],
  ["has no address", { cause: "noAddress", number: "" }],
  ["may not see it any more", { cause: "noRight", number: "" }],
])("%s", (said, cause) => expect(jobCause(said)).toEqual(cause));

it("says nothing of what nobody knows", () => expect(jobCause("something else")).toBeUndefined());
