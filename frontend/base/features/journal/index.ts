export { HistoryPanel, Timeline } from "./timeline";
