"use client";
import type { KindDescription } from "@softwhere/services/base/data-import/contract";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { type ImportFile, type ImportState, importStore } from "./import-store";

const sampleCount = 3;

/** Which field takes which column; guessed from the headers and from what was chosen last time. */
export function MappingStep({ kind, file, state }: { kind: KindDescription; file: ImportFile; state: ImportState }) {
  const t = useTranslations("dataImport");
  const format = useFormat();
  const can = useCan();
  const columns = kind.columns.filter(({ permission }) => !permission || can(permission));
  const samples = useMemo(() => file.header.map((_, at) => firstTexts(file, at)), [file]);
  const missing = columns.filter((column) => column.required && !state.mapping.includes(column.name));
  return (
    <>
      <p>
        <b className="medium">{file.name}</b>{" "}
        <span className="quiet">{t("mapping.rows", { count: file.rows.length })}</span>
        {file.remembered > 0 && <span className="quiet"> · {t("mapping.remembered", { count: file.remembered })}</span>}
      </p>
      <div className="import-mapping" role="table" aria-label={t("steps.mapping")}>
        <div className="import-mapping-row import-mapping-head" role="row">
          <span role="columnheader">{t("mapping.column")}</span>
          <span role="columnheader">{t("mapping.samples")}</span>
          <span role="columnheader">{t("mapping.field")}</span>
        </div>
        {file.header.map((name, at) => {
          const shown = name || t("mapping.unnamed", { number: at + 1 });
          return (
            <div key={`${at}/${name}`} className="import-mapping-row" role="row">
              <span role="cell" className="medium ellipsis" title={shown}>
                {shown}
              </span>
              <span role="cell" className="quiet ellipsis">
                {samples[at]?.join(" · ") || "—"}
              </span>
              <span role="cell">
                <select
                  className="select"
                  aria-label={t("mapping.fieldOf", { column: shown })}
                  value={state.mapping[at] ?? ""}
                  onChange={(event) => importStore.map(at, event.target.value || null)}
                >
                  <option value="">{t("mapping.ignore")}</option>
                  {columns.map((column) => (
                    <option key={column.name} value={column.name}>
                      {column.label[format.language]}
                      {column.required ? " *" : ""}
                    </option>
                  ))}
                </select>
              </span>
            </div>
          );
        })}
      </div>
      <fieldset className="import-kinds">
        <legend>{t("mapping.existing")}</legend>
        {(["skip", "update"] as const).map((choice) => (
          <label key={choice} className="import-kind">
            <input
              type="radio"
              name="existing"
              checked={state.existing === choice}
              onChange={() => importStore.setExisting(choice)}
            />{" "}
            {t(`mapping.${choice}`)}
          </label>
        ))}
      </fieldset>
      {missing.length > 0 && (
        <p className="notice warn" role="status">
          {t("mapping.missing", { fields: missing.map(({ label }) => label[format.language]).join(", ") })}
        </p>
      )}
      <div className="import-actions">
        <Button working={state.busy} onClick={() => importStore.reset()}>
          {t("otherFile")}
        </Button>
        <Button
          tone="primary"
          working={state.busy}
          disabled={missing.length > 0}
          onClick={() => void importStore.check()}
        >
          {state.busy ? t("checking") : t("mapping.check")}
        </Button>
      </div>
    </>
  );
}

function firstTexts(file: ImportFile, column: number): string[] {
  const found = new Set<string>();
  for (const row of file.rows) {
    const text = row[column]?.trim();
    if (text) found.add(text.length > 40 ? `${text.slice(0, 40)}…` : text);
    if (found.size === sampleCount) break;
  }
  return [...found];
}
