"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { apiClient } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { RecordDescription } from "./description";
import type { RecordRow } from "./rows";

export function RemoveRecord({
  description,
  row,
  onRemoved,
}: {
  description: RecordDescription;
  row: RecordRow;
  onRemoved: () => void;
}) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const offerUndo = useOfferUndo();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const [references, setReferences] = useState<readonly { type: string | null; count: number }[]>([]);
  if (!description.writable || !can(description.access.delete)) return null;
  const remove = async () => {
    try {
      const answer = await apiClient.base.records.remove.mutate({
        type: description.type as "sw_site",
        id: row.id,
        leaveReferences: references.length > 0,
      });
      if (answer.kind === "referenced") return setReferences(answer.references);
      const { requestId } = answer;
      onRemoved();
      await fieldStore.reload();
      if (!can(description.access.create)) return;
      fieldStore.pushUndo(requestId);
      offerUndo(t("removed", { name: format.rowLabel(description.type, row.label) }), requestId);
    } catch {
      setFailed(true);
    }
  };
  const close = () => {
    setAsking(false);
    setFailed(false);
    setReferences([]);
  };
  return (
    <div className="section">
      <Button size="small" tone="ghost" onClick={() => setAsking(true)}>
        <Trash2 className="icon small" aria-hidden /> {t("remove")}
      </Button>
      <Dialog
        open={asking}
        narrow
        title={t("removeTitle", { name: format.rowLabel(description.type, row.label) })}
        closeLabel={t("cancel")}
        onClose={close}
        footer={
          <>
            <span className="grow">
              {failed && (
                <span className="bad" role="alert">
                  {t("removeFailed")}
                </span>
              )}
            </span>
            <Button onClick={close}>{t("cancel")}</Button>
            <Button tone="primary" onClick={() => void remove()}>
              {references.length > 0 ? t("removeAnyway") : t("remove")}
            </Button>
          </>
        }
      >
        {references.length > 0 && (
          <div role="alert">
            <p>{t("removeReferenced")}</p>
            <ul className="plain-list">
              {references.map(({ type, count }) => (
                <li key={type ?? ""}>
                  {type ? `${format.typePlural(type)} (${count})` : t("removeHidden", { count })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="quiet">{t("removeHelp")}</p>
      </Dialog>
    </div>
  );
}
