/** A name beside its point on a map, in the map's own units. */
export interface PlacedName {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

const perLetter = 4.6;
const lineHeight = 9;
const gap = 6;

/**
 * Where each name stands: right, left, above or below its point, where it meets neither a point nor another name and stays on the map.
 * Null where there is no such place.
 */
export function placeNames(points: readonly Point[], width: number, height: number): (PlacedName | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 }));
  return points.map(({ x, y, name }) => {
    const long = name.length * perLetter;
    const choices: (PlacedName & Box)[] = [
      { x: x + gap, y: y + 3, anchor: "start", ...box(x + gap, y - lineHeight / 2, long) },
      { x: x - gap, y: y + 3, anchor: "end", ...box(x - gap - long, y - lineHeight / 2, long) },
      { x, y: y - gap, anchor: "middle", ...box(x - long / 2, y - gap - lineHeight, long) },
      { x, y: y + gap + lineHeight - 2, anchor: "middle", ...box(x - long / 2, y + gap - 1, long) },
    ];
    const free = choices.find(
      (choice) =>
        choice.left >= 0 &&
        choice.right <= width &&
        choice.top >= 0 &&
        choice.bottom <= height &&
        !taken.some((other) => meet(choice, other)),
    );
    if (!free) return null;
    taken.push(free);
    return { x: free.x, y: free.y, anchor: free.anchor };
  });
}

const box = (left: number, top: number, long: number): Box => ({
  left,
  top,
  right: left + long,
  bottom: top + lineHeight,
});

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
