import { sumOfEuros } from "@softwhere/services/platform/money";
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

/** A month's sum of what may be seen; nothing where nothing may. */
export function sumSeen(
  rows: readonly { readonly sell?: string | undefined; readonly buy?: string | undefined }[],
  which: "sell" | "buy",
): number | null {
  const amounts = rows.flatMap((row) => row[which] ?? []).map(Number);
  return amounts.length > 0 ? sumOfEuros(amounts) : null;
}
