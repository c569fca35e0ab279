import { AlertTriangle } from "lucide-react";
import { Button } from "./button";

/** A failed read: what happened, and the one useful action. */
export function ErrorNotice({
  message,
  retryLabel,
  onRetry,
}: {
  message: string;
  retryLabel: string;
  onRetry: () => void;
}) {
  return (
    <div className="empty" role="alert">
      <AlertTriangle className="icon warn" aria-hidden />
      <p>{message}</p>
      <Button size="small" onClick={onRetry}>
        {retryLabel}
      </Button>
    </div>
  );
}

/** Rows that stand where the real ones will. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div aria-hidden style={{ padding: "8px 16px", display: "grid", gap: 18 }}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="skeleton" style={{ width: `${60 + ((index * 17) % 35)}%` }} />
      ))}
    </div>
  );
}
