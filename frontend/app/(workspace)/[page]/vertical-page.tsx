"use client";
import { useVerticals } from "@/base/extension-points/verticals";

export function VerticalPage({ page }: { page: string }) {
  for (const vertical of useVerticals()) {
    const Component = vertical.pages[page];
    if (Component) return <Component />;
  }
  return null;
}
