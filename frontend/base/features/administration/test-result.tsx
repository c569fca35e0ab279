import { Check, TriangleAlert } from "lucide-react";
import type { Tested } from "./use-connection-test";

/** What a connection's test said. */
export function TestResult({ tested, className = "" }: { readonly tested: Tested; readonly className?: string }) {
  const Icon = tested.good ? Check : TriangleAlert;
  return (
    <p className={`${className} ${tested.good ? "good" : "warn"}`.trim()} role="status">
      <Icon className="icon small" aria-hidden /> {tested.text}
    </p>
  );
}
