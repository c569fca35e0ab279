import type { ComponentType } from "react";
import { telecomPages } from "@/verticals/telecom/pages";

/** The pages that verticals bring, for the router, each with the module that must be open to the brand. */
export const pages: Readonly<Record<string, { readonly module: string; readonly Component: ComponentType }>> = {
  ...telecomPages,
};
