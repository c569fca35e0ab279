"use client";
import { DayInput } from "@/base/editing/day-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { addDays } from "@softwhere/services/platform/day";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { CloseStatus, Closing } from "./use-anomaly-actions";

interface Props {
  /** How many are closed. */
  readonly count: number;
  /** Whether any is about something that an exception can hold on to. */
  readonly mayExcept: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (closing: Closing) => Promise<void>;
}

const statuses: readonly CloseStatus[] = ["false_positive", "explained", "accepted"];

/** Why an anomaly needs no claim: the reason is asked for, because the next person will. What holds for the months to come is said once. */
export function CloseDialog({ count, mayExcept, onClose, onConfirm }: Props) {
  const t = useTranslations("control.closing");
  const [status, setStatus] = useState<CloseStatus>("false_positive");
  const [reason, setReason] = useState("");
  const today = useBusinessDay()();
  const [excepted, setExcepted] = useState(false);
  const [until, setUntil] = useState(addDays(today, 365));
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length < 3) return setMissing(true);
    setBusy(true);
    await onConfirm({ status, reason: reason.trim(), ...(excepted && until && { exceptUntil: until }) });
    setBusy(false);
  };
  return (
    <Dialog
      narrow
      open
      title={t("title", { count })}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button tone="ghost" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button tone="primary" type="submit" form={form} working={busy}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} style={{ display: "grid", gap: 12 }}>
        <fieldset style={{ display: "grid", gap: 6 }}>
          <legend className="visually-hidden">{t("outcome")}</legend>
          {statuses.map((key) => (
            <label key={key} style={{ display: "flex", gap: 8, alignItems: "baseline", minHeight: 28 }}>
              <input
                type="radio"
                name="status"
                value={key}
                checked={status === key}
                onChange={() => setStatus(key)}
                style={{ accentColor: "var(--accent)" }}
              />
              <span>
                <b className="medium">{t(`${key}.label`)}</b> <span className="quiet">{t(`${key}.help`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="field-label">
          {t("reason")}
          <textarea
            className="input"
            value={reason}
            maxLength={2000}
            aria-invalid={missing}
            onChange={(event) => {
              setReason(event.target.value);
              setMissing(false);
            }}
          />
        </label>
        {mayExcept && (
          <div style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}>
            <label style={{ display: "flex", gap: 8, alignItems: "baseline" }}>
              <input
                type="checkbox"
                checked={excepted}
                onChange={(event) => setExcepted(event.target.checked)}
                style={{ accentColor: "var(--accent)" }}
              />
              {t("except", { count })}
            </label>
            <DayInput
              style={{ width: 130 }}
              aria-label={t("exceptUntil")}
              required={excepted}
              disabled={!excepted}
              value={until}
              onValue={(day, isDay) => setUntil(isDay ? day : "")}
            />
          </div>
        )}
        {missing && (
          <p className="bad" role="alert">
            {t("reasonMissing")}
          </p>
        )}
      </form>
    </Dialog>
  );
}
