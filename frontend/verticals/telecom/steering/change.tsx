import { useFormat } from "@/base/format/format";
import { changeOf } from "./margins";

/** By which share a margin has changed since a year ago; nothing to compare with is a dash. */
export function Change({ now, before }: { now: number; before: number }) {
  const format = useFormat();
  const share = changeOf(now, before);
  if (share === undefined) return <span className="quiet">—</span>;
  return (
    <span className={share >= 0.005 ? "good" : share <= -0.03 ? "bad" : undefined}>
      {share > 0 ? "+" : ""}
      {format.percent(share)}
    </span>
  );
}
