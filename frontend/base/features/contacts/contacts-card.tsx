"use client";
import { labelOf } from "@softwhere/services/model/row-label";
import { useQuery } from "@tanstack/react-query";
import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { AssignMenu } from "@/base/assigning/assign-menu";
import { useContactDrag } from "@/base/assigning/contact-drag";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { MailLink, PhoneLink } from "@/base/format/contact-links";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

const few = 4;

/** Who to call. A row is dragged to a site or billing site, or assigned by its menu. */
export function ContactsCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("contacts");
  const panels = usePanels();
  const query = useQuery(api.contacts.ofAccount.queryOptions({ accountId }));
  const people = query.data ?? [];
  return (
    <Card
      title={t("title")}
      aside={<AddRecord type="sw_contact" fixed={{ account: { id: accountId, type: "sw_account", label: null } }} />}
    >
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className="card-rows">
        {people.slice(0, few).map(({ contact }) => (
          <ContactRow
            key={contact.id}
            accountId={accountId}
            contact={{ id: contact.id, name: labelOf("sw_contact", contact) }}
            phone={contact.phone || contact.mobile || null}
            email={contact.email ?? null}
          />
        ))}
      </ul>
      {people.length > few && (
        <button type="button" className="link" onClick={() => void panels.open({ kind: "contacts", id: accountId })}>
          {t("all", { count: people.length })}
        </button>
      )}
    </Card>
  );
}

function ContactRow({
  accountId,
  contact,
  phone,
  email,
}: {
  accountId: string;
  contact: { id: string; name: string };
  phone: string | null;
  email: string | null;
}) {
  const panels = usePanels();
  const drag = useContactDrag(contact);
  return (
    <li {...drag}>
      {"draggable" in drag && <GripVertical className="icon small grip" aria-hidden />}
      <button
        type="button"
        className="link ellipsis"
        onClick={() => void panels.open({ kind: "sw_contact", id: contact.id })}
      >
        {contact.name}
      </button>
      <small className="quiet ellipsis">
        {phone ? <PhoneLink to={phone} /> : email ? <MailLink to={email} /> : null}
      </small>
      <AssignMenu accountId={accountId} contact={contact} />
    </li>
  );
}
