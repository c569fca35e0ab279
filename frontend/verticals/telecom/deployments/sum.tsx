import type { ReactNode } from "react";

/** A figure of a dialog's summary. */
export function Sum({ label, value, children }: { label: string; value: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b> {children}
      </dd>
    </div>
  );
}
