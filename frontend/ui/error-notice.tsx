import { AlertTriangle, CloudOff, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { isDenied } from "./denied";
import { useOnline } from "./use-online";

/** A failed read: what happened, and the one useful action. A missing right is no failure, and asking again is no use. */
export function ErrorNotice({
  message,
  retryLabel,
  onRetry,
  error,
}: {
  message: string;
  retryLabel: string;
  onRetry: () => void;
  /** What the read failed with. */
  error?: unknown;
}) {
  const t = useTranslations("ui");
  if (isDenied(error))
    return (
      <div className="empty" role="status">
        <Lock className="icon" aria-hidden />
        <p>{t("denied")}</p>
      </div>
    );
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

/** Rows that stand where the real ones will. Without a network they would stand there for ever: that is said. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  const t = useTranslations("ui");
  if (!useOnline())
    return (
      <p className="empty" role="status">
        <CloudOff className="icon warn" aria-hidden />
        {t("offline")}
      </p>
    );
  return (
    <div aria-hidden style={{ padding: "8px 16px", display: "grid", gap: 18 }}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="skeleton" style={{ width: `${60 + ((index * 17) % 35)}%` }} />
      ))}
    </div>
  );
}
