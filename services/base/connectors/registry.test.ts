import { expect, test } from "vitest";
import { pennylane } from "./adapters/pennylane/pennylane.ts";
import { ConnectorRegistry } from "./registry.ts";

test("adapters are known by name, each once; a connection to an unknown one, or inside without saying so, is none", () => {
  const registry = new ConnectorRegistry([pennylane]);
  expect(registry.names).toEqual(["pennylane"]);
  expect(() => new ConnectorRegistry([pennylane, pennylane])).toThrow("Two adapters have one name");
  expect(() => registry.connect({ adapter: "constructor", secret: "s" })).toThrow("There is no adapter constructor");
  const inside = { adapter: "pennylane", secret: "s", origin: "http://127.0.0.1:1" };
  expect(() => registry.connect(inside)).toThrow(/no address of the form https/);
});
