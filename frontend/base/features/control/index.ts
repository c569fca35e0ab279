export { CloseDialog } from "./close-dialog";
export { Dispute } from "./dispute";
export type { DisputeRow } from "./dispute-row";
export { useAnomalyActions } from "./use-anomaly-actions";
