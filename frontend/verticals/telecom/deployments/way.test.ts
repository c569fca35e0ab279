import { expect, it } from "vitest";
import { type KnownConnection, wayOf } from "./way";

const orange: KnownConnection = {
  capability: "supplier",
  party: "orange",
  label: "Wholesale",
  operations: ["terminate_line"],
  isSimulator: true,
  isPaused: false,
};
const books: KnownConnection = {
  ...orange,
  capability: "billing",
  party: null,
  label: "Books",
  operations: ["create_customer"],
};
const action = { capability: "supplier", operation: "terminate_line", supplierId: "orange" };

it.each([
  [action, { kind: "vendor", label: "Wholesale", isSimulator: true, isPaused: false }],
  [
    { ...action, operation: "create_line" },
    { kind: "unable", label: "Wholesale" },
  ],
  [{ ...action, supplierId: "sfr" }, { kind: "person" }],
  [{ ...action, supplierId: null }, { kind: "person" }],
  [
    { ...action, capability: "billing", operation: "create_customer" },
    { kind: "vendor", label: "Books", isSimulator: true, isPaused: false },
  ],
  [
    { ...action, capability: "billing", operation: "add_fee" },
    { kind: "unable", label: "Books" },
  ],
])("%j goes by %j", (one, way) => expect(wayOf(one, [orange, books])).toEqual(way));

it("says that it is paused: whoever does it is the same, later", () => {
  expect(wayOf(action, [{ ...orange, isPaused: true }])).toMatchObject({ kind: "vendor", isPaused: true });
});

it("says that it wasn't checked where the connections could not be read", () => {
  expect(wayOf(action, null)).toEqual({ kind: "unchecked" });
});
