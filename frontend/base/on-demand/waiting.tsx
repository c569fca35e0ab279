"use client";
import { SkeletonRows } from "@/ui/error-notice";

/** Stands where a panel will be while its code is on its way. */
export function WaitingPanel() {
  return (
    <section className="panel">
      <SkeletonRows rows={6} />
    </section>
  );
}

/** The same for the main part of a screen. */
export function WaitingPage() {
  return <SkeletonRows rows={10} />;
}
