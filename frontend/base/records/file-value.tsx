"use client";
import { FileText, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { queryClient } from "@/base/api/browser";
import { fileAddress } from "@/base/api/files";
import { uploadFile } from "@/base/api/upload";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { type FieldDescription, mayEdit, type RecordDescription } from "./description";
import type { RecordRow } from "./rows";

/** A record's file: opened in a tab of its own, replaced by choosing another one. */
export function FileValue({
  description,
  field,
  row,
}: {
  description: RecordDescription;
  field: FieldDescription;
  row: RecordRow;
}) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const inputId = useId();
  const [state, setState] = useState<"idle" | "sending" | "refused">("idle");
  const [reason, setReason] = useState("");
  const value = row.values[field.name];
  const file = typeof value === "object" && value !== null && "id" in value ? value : undefined;
  const send = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size === 0) {
      setReason(t("emptyFile"));
      setState("refused");
      return;
    }
    setState("sending");
    const refusal = await uploadFile({ type: description.type, id: row.id, field: field.name }, chosen);
    if (refusal === undefined) {
      setState("idle");
      await queryClient.invalidateQueries();
      return;
    }
    setReason(refusal ?? t("noAnswer"));
    setState("refused");
  };
  return (
    <div className="field" data-field={field.name}>
      <dt>{field.label[format.language]}</dt>
      <dd className="file-value">
        {file ? (
          <a className="link" href={fileAddress(file.id)} target="_blank" rel="noreferrer">
            <FileText className="icon small" aria-hidden /> <span className="ellipsis">{file.label}</span>
          </a>
        ) : (
          <span className="field-value">—</span>
        )}
        {mayEdit(description, field, can) && (
          <>
            <input
              id={inputId}
              type="file"
              className="visually-hidden"
              accept={field.extensions?.map((extension) => `.${extension}`).join(",")}
              onChange={(event) => void send(event.target.files?.[0])}
            />
            <label htmlFor={inputId} className="button small ghost">
              <Upload className="icon small" aria-hidden />{" "}
              {state === "sending" ? t("sending") : file ? t("replaceFile") : t("addFile")}
            </label>
          </>
        )}
      </dd>
      {state === "refused" && (
        <p className="field-reason" role="alert">
          {t("uploadRefused")} {reason}
        </p>
      )}
    </div>
  );
}
