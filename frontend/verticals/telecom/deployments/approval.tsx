"use client";
import { CircleUserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { fieldStore } from "@/base/editing/field-store";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import type { Linked, RecordRow } from "@/base/records/rows";
import { useCan, useViewer } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { telecomClient } from "../api";
import { LaunchDialog } from "./launch-dialog";

/** A deployment that waits for a second person: who asked and since when, and what that person, or whoever asked, can do. */
export function Approval({ row }: { readonly row: RecordRow }) {
  const t = useTranslations("telecom.deployments.approval");
  const format = useFormat();
  const refusal = useRefusal();
  const can = useCan();
  const viewer = useViewer();
  const [doing, setDoing] = useState<"looking" | "refusing" | null>(null);
  const [reason, setReason] = useState("");
  const [sending, setSending] = useState(false);
  const asked = row.values["approval_asked_by"] as Linked | null | undefined;
  const day = row.values["approval_asked_on"];
  const name = asked?.label ?? "";
  const end = async (why: string | null) => {
    setSending(true);
    const result = await telecomClient.telecom.deployments.refuseApproval
      .mutate({ id: row.id, version: row.version, reason: why })
      .catch(() => null);
    await fieldStore.reload();
    setSending(false);
    setDoing(null);
    if (result?.kind === "done") toast.success(t(why ? "refused" : "withdrawn"));
    else toast.error(result?.detail ? refusal(result.detail) : t("notChanged"));
  };
  return (
    <>
      <p className="notice warn panel-notice">
        <CircleUserRound className="icon small" aria-hidden />
        {typeof day === "string" ? t("asked", { name, day: format.day(day) }) : t("askedSince", { name })}
      </p>
      {can("launch deployment") && (
        <div className="panel-actions">
          {asked?.id === viewer.id ? (
            <Button size="small" working={sending} onClick={() => void end(null)}>
              {t("withdraw")}
            </Button>
          ) : (
            <>
              <Button size="small" tone="primary" onClick={() => setDoing("looking")}>
                {t("look")}
              </Button>
              <Button size="small" onClick={() => setDoing("refusing")}>
                {t("refuse")}
              </Button>
            </>
          )}
        </div>
      )}
      {doing === "looking" && <LaunchDialog id={row.id} name={row.label} onClose={() => setDoing(null)} />}
      {doing === "refusing" && (
        <Dialog
          narrow
          open
          title={t("refuseTitle", { name: row.label })}
          closeLabel={t("cancel")}
          onClose={() => setDoing(null)}
          footer={
            <>
              <span className="grow" />
              <Button tone="ghost" onClick={() => setDoing(null)}>
                {t("cancel")}
              </Button>
              <Button
                tone="primary"
                working={sending}
                disabled={reason.trim() === ""}
                onClick={() => void end(reason.trim())}
              >
                {t("confirm")}
              </Button>
            </>
          }
        >
          <label className="field-label">
            {t("reason")}
            <input
              className="input"
              maxLength={160}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        </Dialog>
      )}
    </>
  );
}
