"use client";
import { useQuery } from "@tanstack/react-query";
import type { SwSite } from "@softwhere/services/model/generated/entities";
import { labelOf } from "@softwhere/services/model/row-label";
import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { PhoneLink } from "@/base/format/contact-links";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { useCan } from "@/base/viewer/viewer";

/** The account's only site in one block: where it is, whom to ask there, how to get in. */
export function SingleSite({ site, accountId }: { site: SwSite; accountId: string }) {
  const panels = usePanels();
  const t = useTranslations("sites");
  const format = useFormat();
  const can = useCan();
  const contacts = useQuery(api.contacts.ofAccount.queryOptions({ accountId }, { enabled: can("view sw_contact") }));
  const onSite = contacts.data?.filter(({ assignments }) =>
    assignments.some(({ purpose, siteId }) => purpose === "site" && siteId === site.id),
  );
  const address = [site.address_line1, [site.postal_code, site.city].filter(Boolean).join(" ")].filter(Boolean);
  return (
    <section className="single-site" data-zone="sites" aria-label={t("single")}>
      <div>
        <small>
          <MapPin className="icon small" aria-hidden /> {t("single")}
          {site.status !== "active" && (
            <span className={`tag ${site.status === "incident" ? "warn" : "note"}`}>
              {site.status === "opening" && site.opens_on
                ? t("opensOn", { day: format.day(site.opens_on).slice(0, 5) })
                : format.valueLabel("sw_site", "status", site.status ?? "active")}
            </span>
          )}
        </small>
        <button
          type="button"
          className="medium link"
          onClick={() => void panels.open({ kind: "sw_site", id: site.id })}
        >
          {address.join(", ") || site.name}
        </button>
      </div>
      {onSite?.map(({ contact }) => {
        const number = contact.mobile ?? contact.phone;
        return (
          <div key={contact.id}>
            <small>{t("contact")}</small>
            <span className="medium">
              <button
                type="button"
                className="link"
                onClick={() => void panels.open({ kind: "sw_contact", id: contact.id })}
              >
                {labelOf("sw_contact", contact)}
              </button>
              {number && (
                <>
                  {" · "}
                  <PhoneLink to={number} className="medium" />
                </>
              )}
            </span>
          </div>
        );
      })}
      {site.access_notes && (
        <div className="wide">
          <small>{t("access")}</small>
          <span className="medium">{site.access_notes}</span>
        </div>
      )}
      <span className="grow" />
      <AddRecord
        type="sw_site"
        fixed={{ account: { id: accountId, type: "sw_account", label: null } }}
        label={t("add")}
      />
    </section>
  );
}
