import type { ComponentType } from "react";
import { telecomPages } from "@/verticals/telecom/pages";

/** The pages that verticals bring, for the router. */
export const pages: Readonly<Record<string, ComponentType>> = { ...telecomPages };
