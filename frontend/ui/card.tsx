import type { ReactNode } from "react";

interface CardProps {
  readonly title: string;
  /** Beside the title: a count, a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A small block among others. */
export function Card({ title, aside, children }: CardProps) {
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="grow" />
        {aside}
      </header>
      {children}
    </section>
  );
}
