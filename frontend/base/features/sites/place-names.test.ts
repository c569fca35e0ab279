import { describe, expect, it } from "vitest";
import { placeNames } from "./place-names";

describe("names on the map", () => {
  it("stand at the right, or at the left where the map ends", () => {
    expect(placeNames([{ x: 50, y: 50, name: "Brest" }], 184, 140)).toEqual([{ x: 56, y: 53, anchor: "start" }]);
    expect(placeNames([{ x: 175, y: 50, name: "Rennes" }], 184, 140)[0]?.anchor).toBe("end");
  });

  it("cover neither a point nor another name", () => {
    const points = [
      { x: 50, y: 50, name: "Lorient" },
      { x: 62, y: 50, name: "Vannes" },
    ];
    expect(placeNames(points, 184, 140).map((place) => place?.anchor)).toEqual(["end", "start"]);
  });

  it("are left out where there is no place", () => {
    const crowd = Array.from({ length: 9 }, (_, index) => ({
      x: 50 + (index % 3) * 8,
      y: 50 + Math.floor(index / 3) * 8,
      name: "Saint-Brieuc",
    }));
    const placed = placeNames(crowd, 184, 140);
    expect(placed.some((place) => place === null)).toBe(true);
    expect(placed.some(Boolean)).toBe(true);
  });
});
