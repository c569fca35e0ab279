import type { SwSite } from "@softwhere/services/model/generated/entities";

interface SiteMapProps {
  readonly sites: readonly SwSite[];
  readonly selected: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly label: string;
}

const width = 184;
const height = 140;
const margin = 18;

/** Where the sites lie among each other, drawn from their coordinates alone: no tiles, no outside server. */
export function SiteMap({ sites, selected, onToggle, label }: SiteMapProps) {
  const placed = sites.flatMap((site) =>
    site.latitude && site.longitude
      ? [{ site, x: Number(site.longitude) * Math.cos((48 * Math.PI) / 180), y: -Number(site.latitude) }]
      : [],
  );
  if (placed.length === 0) return <div className="sites-map" />;
  const xs = placed.map((point) => point.x);
  const ys = placed.map((point) => point.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const span = Math.max(Math.max(...xs) - left, (Math.max(...ys) - top) * (width / height), 0.05);
  const scale = (width - 2 * margin) / span;
  const offsetY = (height - (Math.max(...ys) - top) * scale) / 2;
  return (
    <div className="sites-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {placed.map(({ site, x, y }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it offers the same by keyboard
          <g
            key={site.id}
            className={`map-pin ${site.status} ${selected.includes(site.id) ? "on" : ""}`}
            onClick={() => onToggle(site.id)}
          >
            <circle
              cx={margin + (x - left) * scale}
              cy={offsetY + (y - top) * scale}
              r={selected.includes(site.id) ? 5 : 3.6}
            />
            <title>{site.name}</title>
          </g>
        ))}
      </svg>
    </div>
  );
}
