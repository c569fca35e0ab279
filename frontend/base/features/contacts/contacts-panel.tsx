"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { EditableField } from "@/base/editing/editable-field";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { formatNumber, useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { AddRecord } from "@/base/records/add-record";
import { useCan } from "@/base/viewer/viewer";
import { SkeletonRows } from "@/ui/error-notice";

const fields = ["first_name", "last_name", "role", "email", "phone", "mobile"] as const;

/** Contacts live on the account; where each is used is said under the name. */
export function ContactsPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("contacts");
  const format = useFormat();
  const can = useCan();
  const query = useQuery(api.contacts.ofAccount.queryOptions({ accountId: id }));
  return (
    <PanelFrame title={t("title")} subtitle={query.data && t("count", { count: query.data.length })} onClose={onClose}>
      <div className="panel-actions">
        <AddRecord type="sw_contact" fixed={{ account: { id, type: "sw_account", label: null } }} />
      </div>
      {query.isPending && <SkeletonRows />}
      {query.data?.length === 0 && <p className="empty">{t("none")}</p>}
      {query.data?.map(({ contact, assignments }) => (
        <details key={contact.id} className="person">
          <summary>
            <b className="medium">{[contact.first_name, contact.last_name].filter(Boolean).join(" ")}</b> <span className="quiet">{contact.role}</span>
            <br />
            <span className="quiet">{[contact.phone && formatNumber(contact.phone), contact.email].filter(Boolean).join(" · ")}</span>
            {assignments.length > 0 && <br />}
            {assignments.map((assignment) => (
              <span key={assignment.id} className="tag">
                {format.valueLabel("sw_assignment", "purpose", assignment.purpose)}
                {assignment.place && ` : ${assignment.place}`}
              </span>
            ))}
          </summary>
          <dl>
            {fields.map((field) => (
              <EditableField key={field} type="sw_contact" id={contact.id} field={field} value={contact[field] ?? null} version={contact.version ?? 1} label={format.fieldLabel("sw_contact", field)} readOnly={!can("edit sw_contact")} display={(value) => (value ? formatNumber(String(value)) : "—")} />
            ))}
          </dl>
          <AddRecord type="sw_assignment" fixed={{ contact: { id: contact.id, type: "sw_contact", label: [contact.first_name, contact.last_name].filter(Boolean).join(" ") } }} label={t("assign")} />
        </details>
      ))}
    </PanelFrame>
  );
}
