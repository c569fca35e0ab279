"use client";
import { AlertTriangle, Check, FileText, LoaderCircle, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ImportFileReport } from "./import-file-report";
import { useImport } from "./use-import";

/** Any number of invoices: each is read first and says what it holds or what is wrong with it; nothing is written before "Import". */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("telecom.import");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { files, add, remove, setSupplier, createSupplier, importReady, busy } = useImport();
  const zone = useId();
  const ready = files.filter((file) => file.report?.kind === "ready").length;
  const imported = files.filter((file) => file.report?.kind === "imported").length;
  return (
    <Dialog
      narrow
      open
      title={t("title")}
      description={t("description")}
      closeLabel={t("close")}
      onClose={onClose}
      footer={
        <>
          <span className="grow quiet">
            {imported > 0 ? t("importedCount", { count: imported }) : ready > 0 ? t("dryRun") : ""}
          </span>
          <Button tone="ghost" onClick={onClose} disabled={busy}>
            {imported > 0 && ready === 0 ? t("done") : t("cancelAll")}
          </Button>
          {ready > 0 && (
            <Button tone="primary" onClick={() => void importReady()} disabled={busy}>
              {t("import", { count: ready })}
            </Button>
          )}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
      <div
        id={zone}
        className={`drop-zone ${over ? "over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add([...event.dataTransfer.files]);
        }}
      >
        <FileText className="icon" aria-hidden />
        <p>{t("formats")}</p>
        <Button onClick={() => input.current?.click()}>{t("choose")}</Button>
        <input
          ref={input}
          type="file"
          multiple
          accept=".xml,.pdf,.csv,.txt"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t("choose")}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {files.map((file) => (
        <section key={file.key} className="import-file" aria-label={file.name}>
          <div className="import-file-head">
            {file.state === "working" ? (
              <LoaderCircle className="icon small spinning" aria-hidden />
            ) : file.report?.kind === "imported" || file.report?.kind === "already-imported" ? (
              <Check className="icon small good" aria-hidden />
            ) : file.report?.kind === "ready" ? (
              <FileText className="icon small" aria-hidden />
            ) : (
              <AlertTriangle className="icon small warn" aria-hidden />
            )}
            <b className="medium ellipsis grow">{file.name}</b>
            <IconButton label={t("remove", { name: file.name })} onClick={() => remove(file.key)} disabled={busy}>
              <Trash2 className="icon small" aria-hidden />
            </IconButton>
          </div>
          <ImportFileReport
            file={file}
            onSupplier={(id) => void setSupplier(file.key, id)}
            onCreateSupplier={() => void createSupplier(file.key)}
          />
        </section>
      ))}
    </Dialog>
  );
}
