"use client";
import { useVerticals } from "@/base/extension-points/verticals";

export function VerticalPage({ page }: { page: string }) {
  const verticals = useVerticals();
  const Component = verticals.map((vertical) => vertical.pages[page]).find((found) => found !== undefined);
  return Component ? <Component /> : null;
}
