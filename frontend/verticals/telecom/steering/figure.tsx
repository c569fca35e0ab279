import Link from "next/link";
import type { ReactNode } from "react";

/** A number that opens the rows it is made of. `label` says which, where the number alone doesn't. */
export function Figure({ href, label, children }: { href: string; label?: string; children: ReactNode }) {
  return (
    <Link href={href} className="figure" {...(label && { "aria-label": label, "data-tooltip": label })}>
      {children}
    </Link>
  );
}
