"use client";
import type { SwSite } from "@softwhere/services/model/generated/entities";
import coastline from "./coastline.json";
import { placeNames } from "./place-names";

export interface SiteMapProps {
  readonly sites: readonly SwSite[];
  readonly selected: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly label: string;
}

const width = 184;
const height = 140;
const margin = 20;
/** Degrees across: sites of one town are shown in their region. */
const leastSpan = 0.8;

/** Where the sites lie among each other and on the coast, from coordinates alone: no tiles, no outside server. */
export function SiteMap({ sites, selected, onToggle, label }: SiteMapProps) {
  const located = sites.filter(({ latitude, longitude }) => latitude && longitude);
  if (located.length === 0) return null;
  const latitudes = located.map((site) => Number(site.latitude));
  const longitudes = located.map((site) => Number(site.longitude));
  const middle = { x: between(longitudes), y: between(latitudes) };
  // A degree of longitude is shorter than one of latitude, the more so the farther from the equator.
  const narrowing = Math.cos((middle.y * Math.PI) / 180);
  const across = (Math.max(...longitudes) - Math.min(...longitudes)) * narrowing;
  const down = Math.max(...latitudes) - Math.min(...latitudes);
  const scale = Math.min(
    (width - 2 * margin) / Math.max(across, leastSpan),
    (height - 2 * margin) / Math.max(down, leastSpan * (height / width)),
  );
  const at = (longitude: number, latitude: number) => ({
    x: width / 2 + (longitude - middle.x) * narrowing * scale,
    y: height / 2 - (latitude - middle.y) * scale,
  });
  // The chosen and the incidents have first pick of a place for their names.
  const rank = (site: SwSite) => (selected.includes(site.id) ? 0 : site.status === "incident" ? 1 : 2);
  const points = [...located]
    .sort((a, b) => rank(a) - rank(b))
    .map((site) => ({ site, name: shortName(site), ...at(Number(site.longitude), Number(site.latitude)) }));
  const names = placeNames(points, width, height);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="map-land" d={outline(at)} />
      {points.map(({ site, x, y, name }, index) => {
        const place = names[index];
        const isSelected = selected.includes(site.id);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it offers the same by keyboard
          <g
            key={site.id}
            className={`map-pin ${site.status} ${isSelected ? "on" : ""}`}
            onClick={() => onToggle(site.id)}
          >
            <title>{site.name}</title>
            <circle className="map-touch" cx={x} cy={y} r={9} />
            <circle cx={x} cy={y} r={isSelected ? 5 : 3.6} />
            {place && (
              <text className="map-name" x={place.x} y={place.y} textAnchor={place.anchor} aria-hidden>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const between = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

/** "Brest" of "Brest — Kergaradec". */
const shortName = ({ name, city }: SwSite): string => (name ?? "").split(" — ")[0] || city || "";

/** Coasts and borders that cross the map. */
function outline(at: (longitude: number, latitude: number) => { x: number; y: number }): string {
  return coastline.rings
    .map((ring) => {
      let [longitude, latitude] = [0, 0];
      const points: { x: number; y: number }[] = [];
      for (let index = 0; index < ring.length; index += 2) {
        longitude += ring[index] ?? 0;
        latitude += ring[index + 1] ?? 0;
        points.push(at(longitude / coastline.steps, latitude / coastline.steps));
      }
      const isFar =
        points.every(({ x }) => x < 0) ||
        points.every(({ x }) => x > width) ||
        points.every(({ y }) => y < 0) ||
        points.every(({ y }) => y > height);
      return isFar ? "" : `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
    })
    .join("");
}
