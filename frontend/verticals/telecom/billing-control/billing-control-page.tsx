"use client";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { useQuery } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { errorCode } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanels } from "@/base/panels/use-panels";
import { addressRows, noRows } from "@/base/selection/address-rows";
import { useCan } from "@/base/viewer/viewer";
import { Button, IconButton } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { LinePanel } from "../lines/line-panel";
import { AnomalyPanel } from "./anomaly-panel";
import { AnomalyTable } from "./anomaly-table";
import { CloseDialog } from "./close-dialog";
import { ImportDialog } from "./import-dialog";
import type { AnomalyRow } from "./server";
import { useAnomalyActions } from "./use-anomaly-actions";

type Filter = "all" | "open" | "disputed" | "closed";
const filters: readonly Filter[] = ["all", "open", "disputed", "closed"];
const panelComponents = { anomaly: AnomalyPanel, line: LinePanel };

export function BillingControlPage() {
  const t = useTranslations("telecom.billingControl");
  const can = useCan();
  const { panels } = usePanels();
  const [filter, setFilter] = useQueryState("state", parseAsString.withDefault("all"));
  const [supplier, setSupplier] = useQueryState("supplier", parseAsString.withDefault(""));
  const [importing, setImporting] = useState(false);
  const [closing, setClosing] = useState<readonly AnomalyRow[] | null>(null);
  const [stored, setStored] = useQueryState("sel", addressRows.withDefault(noRows));
  const selected = useMemo(() => new Set(stored.ids), [stored]);
  const setSelected = useCallback(
    (ids: ReadonlySet<string>) => void setStored(ids.size > 0 ? { all: false, ids: [...ids] } : null),
    [setStored],
  );
  const query = useQuery(telecomApi.billingControl.anomalies.queryOptions({}));
  const actions = useAnomalyActions();
  const rows = useMemo(() => query.data ?? [], [query.data]);
  const ofSupplier = rows.filter((row) => !supplier || row.supplierId === supplier);
  const shown = ofSupplier.filter((row) => inFilter(row, filter));
  const chosen = shown.filter((row) => selected.has(row.id));
  const suppliers = [
    ...new Map(rows.flatMap((row) => (row.supplierId ? [[row.supplierId, row.supplierName] as const] : []))),
  ];
  const mayAct = can("manage anomalies");
  const forbidden = query.isError && errorCode(query.error) === "FORBIDDEN";
  return (
    <div className={`columns no-list ${panels.length > 0 ? "with-panel" : ""}`}>
      <main className="centre" id="zone-centre">
        <div className="centre-scroll">
          <div className="object-head">
            <div className="object-title">
              <h1>{t("title")}</h1>
              <span className="grow" />
              {suppliers.length > 1 && (
                <select
                  className="select"
                  style={{ width: "auto" }}
                  aria-label={t("supplier")}
                  value={supplier}
                  onChange={(event) => void setSupplier(event.target.value || null)}
                >
                  <option value="">{t("allSuppliers")}</option>
                  {suppliers.map(([id, name]) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
              {can("import invoices") && (
                <Button tone="primary" onClick={() => setImporting(true)}>
                  <Download className="icon small" aria-hidden /> {t("import")}
                </Button>
              )}
            </div>
          </div>
          {query.isPending && <SkeletonRows rows={10} />}
          {forbidden && (
            <p className="empty">
              <strong>{t("forbidden")}</strong>
            </p>
          )}
          {query.isError && !forbidden && (
            <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
          )}
          {query.isSuccess && rows.length === 0 && (
            <div className="empty">
              <strong>{t("emptyTitle")}</strong>
              <p>{t("emptyHelp")}</p>
              {can("import invoices") && (
                <Button tone="primary" onClick={() => setImporting(true)}>
                  {t("import")}
                </Button>
              )}
            </div>
          )}
          {rows.length > 0 && (
            <>
              <Summary rows={ofSupplier} />
              <div className="grid-toolbar">
                <fieldset className="chips">
                  <legend className="visually-hidden">{t("state")}</legend>
                  {filters.map((key) => (
                    <button
                      key={key}
                      type="button"
                      className="chip"
                      aria-pressed={filter === key}
                      onClick={() => void setFilter(key === "all" ? null : key)}
                    >
                      {t(`filters.${key}`)} {ofSupplier.filter((row) => inFilter(row, key)).length}
                    </button>
                  ))}
                </fieldset>
              </div>
              <AnomalyTable
                rows={shown}
                selected={selected}
                onSelect={setSelected}
                mayAct={mayAct}
                onDispute={(row) => void actions.dispute([row])}
                onReopen={(row) => void actions.reopen([row])}
              />
            </>
          )}
        </div>
        {mayAct && chosen.length > 0 && (
          <SelectionBar
            rows={chosen}
            onDispute={() =>
              void actions.dispute(chosen.filter((row) => row.status === "open")).then(() => setSelected(new Set()))
            }
            onClose={() => setClosing(chosen)}
            onClear={() => setSelected(new Set())}
          />
        )}
      </main>
      <PanelStack components={panelComponents} />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {closing && (
        <CloseDialog
          rows={closing}
          onClose={() => setClosing(null)}
          onConfirm={async (status, reason) => {
            await actions.close(closing, status, reason);
            setClosing(null);
            setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}

function inFilter(row: AnomalyRow, filter: string): boolean {
  if (filter === "open") return row.status === "open";
  if (filter === "disputed") return row.status === "disputed";
  if (filter === "closed") return row.status !== "open" && row.status !== "disputed";
  return true;
}

function Summary({ rows }: { rows: readonly AnomalyRow[] }) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  const sum = (pick: (row: AnomalyRow) => boolean) => sumOfEuros(rows.filter(pick).map((row) => row.amount));
  if (rows.every((row) => row.amount === undefined)) return null;
  const parts = [
    {
      key: "recovered",
      tone: "var(--good-mark)",
      amount: sum((row) => row.status === "credited" || row.status === "corrected"),
    },
    { key: "disputed", tone: "var(--note-mark)", amount: sum((row) => row.status === "disputed") },
    { key: "open", tone: "var(--warn-mark)", amount: sum((row) => row.status === "open") },
  ] as const;
  const total = sumOfEuros(parts.map((part) => part.amount));
  return (
    <section className="summary-card" aria-label={t("summary")}>
      <p className="total">
        <b>{format.money(total)}</b> <span className="soft">{t("overbilled")}</span>
      </p>
      <div className="bar" aria-hidden>
        {parts.map((part) => (
          <i
            key={part.key}
            style={{ background: part.tone, width: `${total > 0 ? (part.amount / total) * 100 : 0}%` }}
          />
        ))}
      </div>
      <dl className="summary-legend">
        {parts.map((part) => (
          <div key={part.key}>
            <dt>
              <i style={{ background: part.tone }} /> {t(`parts.${part.key}`)}
            </dt>
            <dd>{format.money(part.amount)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface SelectionBarProps {
  readonly rows: readonly AnomalyRow[];
  readonly onDispute: () => void;
  readonly onClose: () => void;
  readonly onClear: () => void;
}

function SelectionBar({ rows, onDispute, onClose, onClear }: SelectionBarProps) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  const suppliers = [...new Set(rows.map((row) => row.supplierName))];
  return (
    <div className="selection-bar" role="toolbar" aria-label={t("selection")}>
      <span className="what" aria-live="polite">
        {t("selected", {
          count: rows.length,
          amount: format.money(sumOfEuros(rows.map((row) => row.amount))),
        })}
        <small>{suppliers.slice(0, 3).join(", ")}</small>
      </span>
      <Button tone="lead" onClick={onDispute} disabled={!rows.some((row) => row.status === "open")}>
        {t("dispute")}
      </Button>
      <Button tone="lead" onClick={onClose}>
        {t("close")}
      </Button>
      <span className="grow" />
      <IconButton label={t("clearSelection")} onClick={onClear}>
        <X className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}
