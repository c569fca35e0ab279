import { describe, expect, test } from "vitest";
import { landing } from "./is-customer";

const id = "0c3d75aa-3aef-485d-ad84-d3e4bb987833";
const [client, partner, staff] = ["client", "partner", "internal"].map((userType) => ({ userType }));

describe("where somebody lands", () => {
  test.each([
    ["a client at their portal stays", client, "/portal", undefined],
    ["a client at an account of it stays", client, `/portal/${id}?x=1`, undefined],
    [
      "a client at the staff's account comes to the same in the portal",
      client,
      `/accounts/${id}?panel=line.1`,
      `/portal/${id}`,
    ],
    ["a client at a staff screen comes to the portal", client, "/lists/sw_supplier", "/portal"],
    ["a partner too", partner, "/billing-control", "/portal"],
    ["everybody has an account of their own", client, "/my-account", undefined],
    ["staff at a portal comes to the account", staff, `/portal/${id}`, `/accounts/${id}`],
    ["staff at the portal comes to the accounts", staff, "/portal", "/accounts"],
    ["staff elsewhere stays", staff, "/portals", undefined],
  ] as const)("%s", (_name, viewer, address, expected) => {
    expect(landing(viewer ?? { userType: "" }, address)).toBe(expected);
  });
});
