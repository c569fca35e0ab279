"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, errorCode } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { DocumentVersions, FilePreview } from "@/base/features/documents";
import { Future, Timeline } from "@/base/features/timeline";
import { useFormat } from "@/base/format/format";
import { FinancialSummary } from "@/base/invoices/financial-summary";
import { PanelFrame } from "@/base/panels/panel-frame";
import { usePanels } from "@/base/panels/use-panels";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { CreateRecordDialog } from "./create-record-dialog";
import type { RecordDescription } from "./description";
import { useRecordLists } from "./lists";
import { RecordFields } from "./record-fields";
import { RemoveRecord } from "./remove-record";
import type { RecordRow } from "./rows";
import { Transitions } from "./transitions";
import { useDescription, useRecord } from "./use-description";
import { cellText } from "./value-text";

/** Any record of the model: its fields, what may be done with it, what refers to it, its history. The panel's kind is the type. */
export function RecordPanel({ kind, id, onClose }: PanelProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const verticals = useVerticals();
  const description = useDescription(kind);
  const record = useRecord(kind, id);
  const failed = description.error ?? record.error;
  if (!description.data || !record.data) {
    return (
      <PanelFrame title={format.typeLabel(kind)} onClose={onClose}>
        {failed && ["NOT_FOUND", "FORBIDDEN"].includes(errorCode(failed)) && <p className="empty">{t("notFound")}</p>}
        {failed && !["NOT_FOUND", "FORBIDDEN"].includes(errorCode(failed)) && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            onRetry={() => void Promise.all([description.refetch(), record.refetch()])}
          />
        )}
        {!failed && <SkeletonRows />}
      </PanelFrame>
    );
  }
  const row = record.data;
  return (
    <PanelFrame
      title={<span className="ellipsis">{format.rowLabel(kind, row.label) || format.typeLabel(kind)}</span>}
      subtitle={format.typeLabel(kind)}
      onClose={onClose}
    >
      <Transitions description={description.data} row={row} />
      <RecordFields description={description.data} row={row} />
      <FilePreviews description={description.data} row={row} />
      {kind === "sw_billing_site" && <Finances row={row} />}
      {verticals
        .flatMap(({ recordSections = [] }) => recordSections)
        .filter(({ type, permission }) => type === kind && can(permission))
        .map(({ Component }, index) => (
          <Component key={index} id={id} />
        ))}
      {kind === "sw_document" && <DocumentVersions documentId={id} />}
      <RelatedRecords description={description.data} row={row} />
      <Future scope={{ type: kind, id }} />
      <div className="section">
        <h3>{t("history")}</h3>
        {can("view sw_journal_entry") ? (
          <Timeline type={kind} subjectId={id} />
        ) : (
          <p className="quiet">{t("noHistory")}</p>
        )}
      </div>
      <RemoveRecord description={description.data} row={row} onRemoved={onClose} />
    </PanelFrame>
  );
}

/** What was invoiced to the billing site's customer, to those who see that. */
function Finances({ row }: { row: RecordRow }) {
  const t = useTranslations("invoices");
  const can = useCan();
  const panels = usePanels();
  const { account } = row.values;
  if (!can("view customer invoices") || typeof account !== "object" || account === null || !("id" in account))
    return null;
  return (
    <div className="section">
      <h3>{t("title")}</h3>
      <FinancialSummary
        accountId={account.id}
        billingSiteId={row.id}
        onOpen={(id) => void panels.open({ kind: "sw_customer_invoice", id })}
      />
    </div>
  );
}

/** A look at each file of the record. */
function FilePreviews({ description, row }: { description: RecordDescription; row: RecordRow }) {
  return description.fields.map((field) => {
    const value = row.values[field.name];
    if (field.type !== "file" || typeof value !== "object" || value === null || !("id" in value)) return null;
    return (
      <div key={field.name} className="section">
        <FilePreview fileId={value.id} fileName={value.label ?? ""} />
      </div>
    );
  });
}

/** What refers to this record, by type: the first ones, and the way to all of them. */
function RelatedRecords({ description, row }: { description: RecordDescription; row: RecordRow }) {
  const can = useCan();
  const related = useRecordLists().flatMap((list) =>
    (list.relatedTo ?? [])
      .filter((relation) => relation.type === description.type && can(list.permission ?? `view ${list.type}`))
      .map((relation) => ({ list: list.type, field: relation.field })),
  );
  return related.map(({ list, field }) => <RelatedList key={`${list}.${field}`} type={list} field={field} row={row} />);
}

function RelatedList({ type, field, row }: { type: string; field: string; row: RecordRow }) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const panels = usePanels();
  const lists = useRecordLists();
  const [creating, setCreating] = useState(false);
  const config = lists.find((list) => list.type === type);
  const columns = config?.summary ?? [];
  const query = useQuery(
    api.records.list.queryOptions({
      type: type as "sw_site",
      columns: [...columns],
      filters: [{ field, op: "is", value: [row.id] }],
      limit: 8,
    }),
  );
  const count = useQuery(
    api.records.count.queryOptions({ type: type as "sw_site", filters: [{ field, op: "is", value: [row.id] }] }),
  );
  const description = useDescription(type);
  if (query.isError || !description.data) return null;
  return (
    <div className="section">
      <div className="section-head">
        <h3>
          {format.typePlural(type)} <span className="quiet">{count.data}</span>
        </h3>
        {can(description.data.access.create) && description.data.writable && !config?.madeElsewhere && (
          <Button size="small" tone="ghost" onClick={() => setCreating(true)}>
            <Plus className="icon small" aria-hidden /> {t("add")}
          </Button>
        )}
      </div>
      <ul className="related-rows">
        {query.data?.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="related-row"
              onClick={() => void panels.open({ kind: config?.panel ?? type, id: one.id })}
            >
              <span className="ellipsis">{format.rowLabel(type, one.label)}</span>
              <span className="quiet ellipsis">
                {columns
                  .map((column) => cellText(description.data, column, one, format))
                  .filter((text) => text !== "—")
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
        {(count.data ?? 0) > (query.data?.length ?? 0) && (
          <li>
            <Link
              className="related-row link"
              href={`/lists/${type}?f=${encodeURIComponent(JSON.stringify([{ field, op: "is", value: [row.id] }]))}`}
            >
              {t("seeAll")}
            </Link>
          </li>
        )}
        {query.data?.length === 0 && <li className="quiet">{t("noneRelated")}</li>}
      </ul>
      {creating && (
        <CreateRecordDialog
          type={type}
          fixed={{
            [field]: {
              id: row.id,
              type: description.data.fields.find((one) => one.name === field)?.target ?? "",
              label: row.label,
            },
          }}
          onClose={() => setCreating(false)}
          onCreated={(id) => void panels.open({ kind: config?.panel ?? type, id })}
        />
      )}
    </div>
  );
}
