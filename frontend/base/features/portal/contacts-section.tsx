"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { MailLink, PhoneLink } from "@/base/format/contact-links";
import { useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { abilities, abilityOf, mayDo, placesOf } from "./abilities";
import { ShowOthers, useFew } from "./few";

const few = 6;

/** Who may do what at the customer's, and whom they reach at the brand. */
export function ContactsSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("portal");
  const { brand } = useViewer();
  const contacts = useQuery(api.contacts.ofAccount.queryOptions({ accountId }));
  const account = useQuery(api.portal.account.queryOptions({ id: accountId }));
  const salesperson = account.data?.salesperson;
  const { shown, left, showAll } = useFew(
    // Who may do something comes first.
    [...(contacts.data ?? [])].sort((a, b) => mayDo(b.assignments) - mayDo(a.assignments)),
    few,
  );
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
        <>
          <table className="portal-people">
            <thead>
              <tr>
                <th scope="col">{t("contacts.atYours")}</th>
                {abilities.map((ability) => (
                  <th key={ability} scope="col">
                    {t(`contacts.abilities.${ability}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ contact, assignments }) => (
                <tr key={contact.id}>
                  <th scope="row">
                    <span className="medium">{[contact.first_name, contact.last_name].filter(Boolean).join(" ")}</span>{" "}
                    <small className="quiet">
                      {[contact.role, ...placesOf(assignments)].filter(Boolean).join(", ")}
                    </small>
                    <Ways phone={contact.mobile ?? contact.phone ?? null} mail={contact.email ?? null} />
                  </th>
                  {abilities.map((ability) => (
                    <td key={ability}>
                      <AbilityCell ability={abilityOf(assignments, ability)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <ShowOthers left={left} showAll={showAll} />
        </>
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
              <PhoneLink to={brand.supportPhone} className="portal-way">
                <Phone className="icon small" aria-hidden /> {brand.supportPhone}
              </PhoneLink>
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Ways({ phone, mail }: { phone: string | null; mail: string | null }) {
  if (!phone && !mail) return null;
  return (
    <span className="portal-ways">
      {phone && <PhoneLink to={phone} className="portal-way" />}
      {mail && <MailLink to={mail} className="portal-way" />}
    </span>
  );
}

/** A tick where it is everywhere, the places where it is not. */
function AbilityCell({ ability }: { ability: ReturnType<typeof abilityOf> }) {
  const t = useTranslations("portal.contacts");
  if (ability === "none")
    return (
      <span className="quiet">
        <span aria-hidden>—</span>
        <span className="visually-hidden">{t("no")}</span>
      </span>
    );
  if (ability === "everywhere")
    return (
      <>
        <Check className="icon small good" aria-hidden />
        <span className="visually-hidden">{t("yes")}</span>
      </>
    );
  return <small>{ability.join(", ")}</small>;
}
