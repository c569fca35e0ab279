"use client";
import type { KindDescription } from "@softwhere/services/base/data-import/contract";
import { FileSpreadsheet, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { downloadCsv } from "./download";
import { importStore } from "./import-store";

/** What the file holds, and the file. */
export function FileStep({
  kinds,
  kind,
  busy,
}: {
  kinds: readonly KindDescription[];
  kind: KindDescription | undefined;
  busy: boolean;
}) {
  const t = useTranslations("dataImport");
  const format = useFormat();
  const can = useCan();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && kind && !busy) void importStore.read(file);
  };
  const template = () => {
    if (!kind) return;
    const columns = kind.columns.filter(({ permission }) => !permission || can(permission));
    downloadCsv(`${format.typePlural(kind.type)}.csv`, [columns.map(({ label }) => label[format.language])]);
  };
  return (
    <>
      <fieldset className="import-kinds">
        <legend>{t("file.kind")}</legend>
        {kinds.map(({ type }) => (
          <label key={type} className="import-kind">
            <input type="radio" name="kind" checked={type === kind?.type} onChange={() => importStore.setKind(type)} />{" "}
            {format.typePlural(type)}
          </label>
        ))}
      </fieldset>
      {kind && (
        <>
          <p>
            {t("file.required", {
              fields: kind.columns
                .filter(({ required }) => required)
                .map(({ label }) => label[format.language])
                .join(", "),
            })}{" "}
            <button type="button" className="link" onClick={template}>
              {t("file.template")}
            </button>
          </p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
          <div
            className={`drop-zone ${over ? "over" : ""}`}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              take(event.dataTransfer.files);
            }}
          >
            {busy ? (
              <LoaderCircle className="icon spinning" aria-hidden />
            ) : (
              <FileSpreadsheet className="icon" aria-hidden />
            )}
            <p>{busy ? t("file.reading") : t("file.formats")}</p>
            <Button tone="primary" working={busy} onClick={() => input.current?.click()}>
              {t("file.choose")}
            </Button>
            <input
              ref={input}
              type="file"
              accept=".csv,.txt,.tsv,.xlsx"
              className="visually-hidden"
              tabIndex={-1}
              aria-label={t("file.choose")}
              onChange={(event) => {
                take(event.target.files);
                event.target.value = "";
              }}
            />
          </div>
        </>
      )}
    </>
  );
}
