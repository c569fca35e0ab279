import type { verticals } from "./composition";

/** No vertical, no page: whatever could be drawn is what a panel of one would be. */
export const pages: Readonly<Record<string, (typeof verticals)[number]["panels"][string]>> = {};
