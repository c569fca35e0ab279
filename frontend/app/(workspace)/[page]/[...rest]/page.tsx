import { notFound } from "next/navigation";

/** Addresses that no page has: said within the brand's frame, as any other that leads nowhere. */
export default function Page() {
  notFound();
}
