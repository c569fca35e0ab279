"use client";
import { labelOf } from "@softwhere/services/model/row-label";
import { useQuery } from "@tanstack/react-query";
import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { api } from "@/base/api/browser";
import type { AssignedContact } from "@/base/assigning/assign-contact";
import { AssignMenu } from "@/base/assigning/assign-menu";
import { useContactDrag } from "@/base/assigning/contact-drag";
import { EditableField } from "@/base/editing/editable-field";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { MailLink, PhoneLink } from "@/base/format/contact-links";
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
        <Person
          key={contact.id}
          contact={{ id: contact.id, name: labelOf("sw_contact", contact) }}
          phone={contact.mobile || contact.phone || null}
          mail={contact.email ?? null}
        >
          <summary>
            <b className="medium">{labelOf("sw_contact", contact)}</b> <span className="quiet">{contact.role}</span>
            <br />
            <span className="quiet">
              {[contact.phone && formatNumber(contact.phone), contact.email].filter(Boolean).join(" · ")}
            </span>
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
              <EditableField
                key={field}
                type="sw_contact"
                id={contact.id}
                field={field}
                value={contact[field] ?? null}
                version={contact.version ?? 1}
                label={format.fieldLabel("sw_contact", field)}
                readOnly={!can("edit sw_contact")}
                display={(value) => (value ? formatNumber(String(value)) : "—")}
              />
            ))}
          </dl>
          <AssignMenu accountId={id} contact={{ id: contact.id, name: labelOf("sw_contact", contact) }} />
        </Person>
      ))}
    </PanelFrame>
  );
}

interface PersonProps {
  readonly contact: AssignedContact;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly children: ReactNode;
}

/** Folded to a line; dragged to a site or billing site to be assigned there. A call or a mail away beside it, folded or not. */
function Person({ contact, phone, mail, children }: PersonProps) {
  const t = useTranslations("records");
  return (
    <div className="person-row">
      <details className="person" {...useContactDrag(contact)}>
        {children}
      </details>
      <span className="person-ways">
        {phone && (
          <PhoneLink to={phone} className="field-reach">
            <Phone className="icon small" aria-hidden />
            <span className="visually-hidden">{t("call", { label: contact.name })}</span>
          </PhoneLink>
        )}
        {mail && (
          <MailLink to={mail} className="field-reach">
            <Mail className="icon small" aria-hidden />
            <span className="visually-hidden">{t("writeTo", { label: contact.name })}</span>
          </MailLink>
        )}
      </span>
    </div>
  );
}
