import { Check, CircleStop, TriangleAlert } from "lucide-react";
import type { ConnectionState } from "./use-connection-state";

const icons = { good: Check, warn: TriangleAlert, bad: CircleStop };

export function ConnectionStateTag({ state: { tone, title } }: { readonly state: ConnectionState }) {
  const Icon = icons[tone];
  return (
    <span className={`tag ${tone}`}>
      <Icon className="icon small" aria-hidden /> {title}
    </span>
  );
}
