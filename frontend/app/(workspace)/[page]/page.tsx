import { notFound } from "next/navigation";
import { pageNames } from "@/app/composition.pages";
import { VerticalPage } from "./vertical-page";

/** Pages that verticals bring, such as billing control. */
export default async function Page({ params }: { params: Promise<{ page: string }> }) {
  const { page } = await params;
  if (!pageNames.includes(page)) notFound();
  return <VerticalPage page={page} />;
}
