"use client";
import { useQuery } from "@tanstack/react-query";
import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

/** Who is known at the customer's, and whom they reach at the brand. */
export function ContactsSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("portal");
  const format = useFormat();
  const { brand } = useViewer();
  const contacts = useQuery(api.contacts.ofAccount.queryOptions({ accountId }));
  const account = useQuery(api.portal.account.queryOptions({ id: accountId }));
  const salesperson = account.data?.salesperson;
  return (
    <>
      <header>
        <h2 id={headingId}>{t("contacts.title")}</h2>
        {contacts.data && <span className="quiet">{contacts.data.length}</span>}
      </header>
      {contacts.isError ? (
        <ErrorNotice message={t("failed")} retryLabel={t("retry")} onRetry={() => void contacts.refetch()} />
      ) : !contacts.data ? (
        <SkeletonRows rows={3} />
      ) : contacts.data.length === 0 ? (
        <p className="portal-empty">{t("contacts.none")}</p>
      ) : (
        <ul>
          {contacts.data.map(({ contact, assignments }) => {
            const phone = contact.mobile ?? contact.phone;
            const does = [contact.role, ...new Set(assignments.map(({ place }) => place))].filter(Boolean).join(", ");
            return (
              <li key={contact.id} className="portal-person">
                <span className="ellipsis">
                  <span className="medium">{[contact.first_name, contact.last_name].filter(Boolean).join(" ")}</span>{" "}
                  <small className="quiet">{does}</small>
                </span>
                {phone && <span className="soft">{format.number(phone)}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {(salesperson || brand?.supportPhone) && (
        <p className="portal-at-brand">
          <span className="quiet">{t("contacts.atBrand", { brand: brand?.name ?? "" })}</span>
          {salesperson && (
            <span>
              <b className="medium">{salesperson}</b>
              <span className="quiet">, {t("contacts.salesperson")}</span>
            </span>
          )}
          {brand?.supportPhone && (
            <span>
              <Phone className="icon small" aria-hidden /> {brand.supportPhone}
            </span>
          )}
        </p>
      )}
    </>
  );
}
