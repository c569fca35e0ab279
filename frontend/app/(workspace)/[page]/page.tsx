import { notFound } from "next/navigation";
import { pages } from "@/app/composition.pages";
import { VerticalPage } from "@/base/extension-points/verticals";

/** Pages that verticals bring, such as billing control. */
export default async function Page({ params }: { params: Promise<{ page: string }> }) {
  const { page } = await params;
  const found = Object.hasOwn(pages, page) ? pages[page] : undefined;
  if (!found) notFound();
  const { module, Component } = found;
  return (
    <VerticalPage module={module}>
      <Component />
    </VerticalPage>
  );
}
