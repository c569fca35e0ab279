// @vitest-environment node
import { expect, test } from "vitest";
import { singleActivation } from "./single-activation";

class Place {
  private readonly listeners = new Map<string, (event: never) => void>();
  addEventListener(name: string, listener: (event: never) => void) {
    this.listeners.set(name, listener);
  }
  removeEventListener() {}
  /** Whether what was pressed hears of it. */
  press(name: string, event: object): boolean {
    let stopped = false;
    const stop = () => {
      stopped = true;
    };
    this.listeners.get(name)?.({
      preventDefault() {},
      stopPropagation: stop,
      clientX: 0,
      clientY: 0,
      ...event,
    } as never);
    return !stopped;
  }
}
class Thing {
  constructor(readonly kind: "button" | "text" | "repeats" = "button") {}
  closest(selector: string) {
    const repeats = selector.includes("data-repeats");
    return (repeats ? this.kind === "repeats" : this.kind !== "text") ? this : null;
  }
}

function page() {
  Object.assign(globalThis, { Element: Thing });
  const place = new Place();
  singleActivation(place as never);
  return place;
}

test("the second click of a double click does nothing, on a button", () => {
  const place = page();
  const button = new Thing();
  expect(place.press("click", { detail: 1, timeStamp: 0, target: button })).toBe(true);
  expect(place.press("click", { detail: 2, timeStamp: 120, target: button })).toBe(false);
  expect(place.press("click", { detail: 2, timeStamp: 240, target: new Thing("text") })).toBe(true);
  expect(place.press("click", { detail: 3, timeStamp: 300, target: new Thing("repeats") })).toBe(true);
});

test("nor does a click that meets what took the button's place", () => {
  const place = page();
  expect(place.press("click", { detail: 1, timeStamp: 0, target: new Thing() })).toBe(true);
  expect(place.press("click", { detail: 1, timeStamp: 200, target: new Thing() })).toBe(false);
  expect(place.press("click", { detail: 1, timeStamp: 1_200, target: new Thing() })).toBe(true);
  expect(place.press("click", { detail: 1, timeStamp: 1_300, clientX: 80, target: new Thing() })).toBe(true);
});

test("a dialog that became smaller under the pointer is not left by the second press", () => {
  const place = page();
  const [button, beside] = [new Thing(), new Thing("text")];
  expect(place.press("pointerdown", { timeStamp: 0, target: button })).toBe(true);
  expect(place.press("click", { detail: 1, timeStamp: 10, target: button })).toBe(true);
  expect(place.press("pointerdown", { timeStamp: 130, target: beside })).toBe(false);
  expect(place.press("pointerdown", { timeStamp: 900, target: beside })).toBe(true);
});

test("a click after a key is meant, wherever it is", () => {
  const place = page();
  expect(place.press("click", { detail: 1, timeStamp: 0, target: new Thing() })).toBe(true);
  expect(place.press("keydown", { key: "Escape", repeat: false, target: new Thing("text") })).toBe(true);
  expect(place.press("click", { detail: 1, timeStamp: 200, target: new Thing() })).toBe(true);
});

test("the same button pressed again on purpose works; a key held down counts once", () => {
  const place = page();
  const button = new Thing();
  expect(place.press("click", { detail: 1, timeStamp: 0, target: button })).toBe(true);
  expect(place.press("click", { detail: 1, timeStamp: 300, target: button })).toBe(true);
  expect(place.press("click", { detail: 0, timeStamp: 310, target: new Thing() })).toBe(true);
  expect(place.press("keydown", { key: "Enter", repeat: false, target: button })).toBe(true);
  expect(place.press("keydown", { key: "Enter", repeat: true, target: button })).toBe(false);
  expect(place.press("keydown", { key: "ArrowDown", repeat: true, target: button })).toBe(true);
});
