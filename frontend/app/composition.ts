import { telecom } from "@/verticals/telecom";

/** The console's verticals. With `composition.server.ts`, the only place that names them. */
export const verticals = [telecom] as const;
