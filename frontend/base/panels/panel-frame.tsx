"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/ui/button";

interface PanelFrameProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PanelFrame({ title, subtitle, onClose, children }: PanelFrameProps) {
  const t = useTranslations("panels");
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{title}</h2>
        <IconButton label={t("close")} onClick={onClose}>
          <X className="icon" aria-hidden />
        </IconButton>
        {subtitle && <p>{subtitle}</p>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
