export { HistoryPanel, Timeline } from "./timeline";
export { Future } from "./future";
