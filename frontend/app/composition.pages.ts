import { telecomPages } from "@/verticals/telecom/pages";

/** Names of the pages that verticals bring, for the router. */
export const pageNames: readonly string[] = [...telecomPages];
