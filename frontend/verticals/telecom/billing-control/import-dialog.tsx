"use client";
import { AlertTriangle, Check, FileText, LoaderCircle, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button, IconButton } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { ImportColumns } from "./import-columns";
import { ImportFileReport } from "./import-file-report";
import { MonthRuns } from "./month-runs";
import { countOf, type ImportFile, useImport } from "./use-import";
import { useMonthCheck } from "./use-month-check";

/** Any number of invoices: each is read first and says what it holds or what is wrong with it; nothing is written before "Import". */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("telecom.import");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { files, add, remove, answer, setSupplier, setReplace, createSupplier, importReady, busy } = useImport();
  const [shown, setShown] = useState<{ file: string; table: string }>();
  const zone = useId();
  // The button that led here is gone with what it stood in: the next Tab starts at the top.
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) top.current?.focus();
    before.current = shown;
  }, [shown]);
  const months = useMonthCheck();
  // The invoices of a month are checked together when all are in.
  const importAll = async () => {
    const billed = await importReady();
    if (months.may) await months.check(billed);
  };
  const checking = months.runs.some(({ state }) => state === "working");
  const ready = countOf(files, "ready");
  const imported = countOf(files, "imported");
  const file = files.find(({ key }) => key === shown?.file);
  const view = file?.report?.tables.find(({ table }) => table === shown?.table);
  if (file && view) {
    const said = file.mapping.find(({ table }) => table === view.table);
    const documents = file.report?.documents.filter(({ table }) => table === view.table) ?? [];
    const supplier = documents.flatMap((one) => (one.kind === "ready" ? [one.supplier.name] : []))[0];
    return (
      <Dialog
        full
        open
        title={t("columns.title", { name: file.name })}
        description={t("columns.description")}
        closeLabel={t("close")}
        onClose={onClose}
        footer={
          <>
            <span className="grow columns-remember">
              {said && (
                <>
                  <Checkbox
                    checked={said.remember ?? true}
                    label={t("columns.remember", { supplier: supplier ?? t("columns.thisSupplier") })}
                    onClick={() => answer(file.key, view.table, { remember: !(said.remember ?? true) })}
                  />
                  <span aria-hidden>{t("columns.remember", { supplier: supplier ?? t("columns.thisSupplier") })}</span>
                </>
              )}
            </span>
            {view.state === "needs-mapping" && (
              <span className="quiet">{t("columns.open", { count: view.questions.length })}</span>
            )}
            <Button
              tone={view.state === "needs-mapping" ? "plain" : "primary"}
              working={file.state === "working"}
              onClick={() => setShown(undefined)}
            >
              {view.state === "needs-mapping"
                ? t("columns.back")
                : t("columns.continue", { count: view.settings.lines })}
            </Button>
          </>
        }
      >
        <div ref={top} tabIndex={-1} className="dialog-top" />
        <ImportColumns
          file={file}
          view={view}
          onAnswer={(patch) => answer(file.key, view.table, patch)}
          onSupplier={(id) => setSupplier(file.key, id)}
          onCreateSupplier={(one) => void createSupplier(file.key, one)}
        />
      </Dialog>
    );
  }
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
          <Button tone="ghost" onClick={onClose} working={busy}>
            {imported > 0 && ready === 0 ? t("done") : t("cancelAll")}
          </Button>
          {ready > 0 && (
            <Button tone="primary" onClick={() => void importAll()} working={busy || checking}>
              {t("import", { count: ready })}
            </Button>
          )}
        </>
      }
    >
      <div ref={top} tabIndex={-1} className="dialog-top" />
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
          accept=".xml,.pdf,.csv,.txt,.tsv,.xlsx,.zip"
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
            <StateIcon file={file} />
            <b className="medium ellipsis grow">{file.name}</b>
            <IconButton label={t("remove", { name: file.name })} onClick={() => remove(file.key)} working={busy}>
              <Trash2 className="icon small" aria-hidden />
            </IconButton>
          </div>
          <ImportFileReport
            file={file}
            onSupplier={(id) => setSupplier(file.key, id)}
            onCreateSupplier={(supplier) => void createSupplier(file.key, supplier)}
            onColumns={(table) => setShown({ file: file.key, table })}
            onReplace={(number, wanted) => setReplace(file.key, number, wanted)}
          />
        </section>
      ))}
      <MonthRuns runs={months.runs} />
    </Dialog>
  );
}

/** The least good state of a file's documents. */
function StateIcon({ file }: { file: ImportFile }) {
  if (file.state === "working") return <LoaderCircle className="icon small spinning" aria-hidden />;
  const documents = file.report?.documents ?? [];
  const all = (...kinds: readonly string[]) =>
    documents.length > 0 && documents.every(({ kind }) => kinds.includes(kind));
  if (all("imported", "already-imported")) return <Check className="icon small good" aria-hidden />;
  if (all("ready", "imported", "already-imported")) return <FileText className="icon small" aria-hidden />;
  return <AlertTriangle className="icon small warn" aria-hidden />;
}
