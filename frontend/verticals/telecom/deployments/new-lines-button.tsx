"use client";
import { Rocket } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/base/commands/commands";
import { onDemand } from "@/base/on-demand/on-demand";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import type { NewLinesDialogProps } from "./new-lines-dialog";

const NewLinesDialog = onDemand<NewLinesDialogProps>(async () => (await import("./new-lines-dialog")).NewLinesDialog);

/** Opens a deployment with new lines for the account, for those who may plan one and make lines. */
export function NewLinesButton({ accountId }: { readonly accountId: string }) {
  const t = useTranslations("telecom.deployments.newLines");
  const can = useCan();
  const [open, setOpen] = useState(false);
  const may = can("launch deployment") && can("create sw_line");
  useCommands(may ? [{ key: "new-lines", title: t("title"), run: () => setOpen(true) }] : []);
  if (!may) return null;
  return (
    <>
      <Button size="small" tone="ghost" title={t("title")} aria-label={t("begin")} onClick={() => setOpen(true)}>
        <Rocket className="icon small" aria-hidden /> <span className="tool-label">{t("begin")}</span>
      </Button>
      {open && <NewLinesDialog accountId={accountId} onClose={() => setOpen(false)} />}
    </>
  );
}
