import { notFound } from "next/navigation";
import { pages } from "@/app/composition.pages";

/** Pages that verticals bring, such as billing control. */
export default async function Page({ params }: { params: Promise<{ page: string }> }) {
  const { page } = await params;
  const Component = Object.hasOwn(pages, page) ? pages[page] : undefined;
  if (!Component) notFound();
  return <Component />;
}
