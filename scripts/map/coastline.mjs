/**
 * Draws `frontend/base/features/sites/coastline.json` anew: coasts and borders of France and what lies around it, of Natural Earth (public
 * domain), small enough to be loaded with the map of an account's sites.
 *
 *   node scripts/map/coastline.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";

/** West, south, east, north: the mainland with Corsica, the Antilles, Guiana, Mayotte, La Réunion. */
const boxes = [
  [-6.5, 41, 10, 51.6],
  [-62.2, 14.2, -60.6, 16.7],
  [-55, 2, -51.4, 6],
  [44.9, -13.1, 45.4, -12.5],
  [55.1, -21.5, 55.9, -20.8],
];
/** Degrees: a bend smaller than this is left out. */
const tolerance = 0.005;
/** Steps per degree in the file. */
const steps = 500;

const source = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("world-atlas/countries-10m.json")), "utf8"));
const rings = feature(source, source.objects.countries)
  .features.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates))
  .flat()
  .flatMap((ring) => boxes.map((box) => simplified(clipped(ring, box))))
  .filter((ring) => ring.length > 3);
const file = fileURLToPath(new URL("../../frontend/base/features/sites/coastline.json", import.meta.url));
writeFileSync(file, `${JSON.stringify({ steps, rings: rings.map(differences) })}\n`);
console.log(`${rings.length} outlines, ${rings.flat().length} points`);

/** What of a ring lies inside the box, its cut edges along the sides. */
function clipped(ring, [west, south, east, north]) {
  const sides = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  return sides.reduce(
    (points, [axis, limit, sign]) =>
      points.flatMap((from, index) => {
        const to = points[(index + 1) % points.length];
        const isInside = (point) => (point[axis] - limit) * sign >= 0;
        const kept = isInside(from) ? [from] : [];
        if (isInside(from) === isInside(to)) return kept;
        const part = (limit - from[axis]) / (to[axis] - from[axis]);
        return [...kept, [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]];
      }),
    ring,
  );
}

/** Douglas and Peucker: without the points that lie within the tolerance of the line between others. */
function simplified(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  const distance = ([x, y]) =>
    length < 1e-9
      ? Math.hypot(x - first[0], y - first[1])
      : Math.abs((x - first[0]) * dy - (y - first[1]) * dx) / length;
  const away = points.map(distance);
  const farthest = away.reduce((best, value, index) => (value > away[best] ? index : best), 0);
  if (away[farthest] <= tolerance) return [first, last];
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))];
}

/** Longitude and latitude of the first point in steps, then what changes from one to the next. */
function differences(ring) {
  const flat = ring.flatMap(([x, y]) => [Math.round(x * steps), Math.round(y * steps)]);
  return flat.map((value, index) => (index < 2 ? value : value - flat[index - 2]));
}
