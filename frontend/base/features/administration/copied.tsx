"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/ui/button";
import { toast } from "@/ui/toast";

interface CopiedProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** A value that is taken elsewhere: shown whole, copied by a press. */
export function Copied({ label, value, note }: CopiedProps) {
  const t = useTranslations("administration.connections.webhook");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast.success(t("copied"));
    } catch {
      toast.error(t("notCopied"));
    }
  };
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        <IconButton label={t("copy", { what: label })} onClick={() => void copy()}>
          <Copy className="icon small" aria-hidden />
        </IconButton>
        {note && (
          <p className="warn" role="status">
            {note}
          </p>
        )}
      </dd>
    </div>
  );
}
