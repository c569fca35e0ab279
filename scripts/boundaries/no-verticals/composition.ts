import type { Vertical } from "@/base/extension-points/define-vertical";

/** The console with the base alone: what is left when every vertical is taken away. */
export const verticals: readonly Vertical[] = [];
