import Link from "next/link";
import type { ReactNode } from "react";

interface Props {
  /** None where the rows are no longer as the number counts them. */
  readonly href: string | null;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A number that opens the rows it is made of. `label` says which, where the number alone doesn't. */
export function Figure({ href, label, children }: Props) {
  if (href === null) return <span className="figure">{children}</span>;
  return (
    <Link href={href} className="figure" {...(label && { "aria-label": label, "data-tooltip": label })}>
      {children}
    </Link>
  );
}
