export { HistoryPanel, Timeline } from "./timeline";
export { Future } from "./future";
export { moveDay } from "./use-base-future";
