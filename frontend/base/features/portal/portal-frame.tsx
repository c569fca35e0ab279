"use client";
import { useQuery } from "@tanstack/react-query";
import { House, Phone } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { api } from "@/base/api/browser";
import { CommandKeys } from "@/base/commands/command-keys";
import { PhoneLink } from "@/base/format/contact-links";
import { useViewer } from "@/base/viewer/viewer";
import { headingOf, usePortalSections } from "./sections";
import "./portal.css";

/** The portal's dress: the brand's band, where to go, whom to call. The person's menu is handed in: features don't know each other. */
export function PortalFrame({ userMenu, children }: { userMenu: ReactNode; children: ReactNode }) {
  const t = useTranslations();
  const { brand } = useViewer();
  const name = brand?.name ?? "";
  const phone = brand?.supportPhone;
  return (
    <div className="portal">
      <a className="portal-skip" href="#zone-centre">
        {t("portal.skip")}
      </a>
      <header className="portal-band">
        <div className="portal-band-in">
          <Link href="/portal" className="portal-brand" aria-label={t("shell.home", { brand: name })}>
            <span className="portal-mark" aria-hidden>
              {/* A private file of a few hundred bytes, behind the session: nothing for an image optimiser. */}
              {brand?.logoId ? <img src={`/api/files/${brand.logoId}`} alt="" /> : name.slice(0, 1)}
            </span>
            <span className="portal-brand-name ellipsis">{name}</span>
          </Link>
          <PortalNavigation />
          <span className="grow" />
          {phone && (
            <PhoneLink to={phone} className="portal-phone" label={t("portal.call", { phone })}>
              <Phone className="icon small" aria-hidden />
              <span className="portal-phone-text">{t("portal.support")}</span>
              <b className="portal-phone-text">{phone}</b>
            </PhoneLink>
          )}
          {userMenu}
        </div>
      </header>
      {children}
      <CommandKeys />
    </div>
  );
}

function PortalNavigation() {
  const t = useTranslations();
  const pathname = usePathname();
  const accounts = useQuery(api.portal.accounts.queryOptions());
  const home = pathname.startsWith("/portal");
  // Who has several customers has no parts of one before they have chosen it.
  const isOfOne = (home && pathname !== "/portal") || (accounts.data?.length ?? 1) === 1;
  const sections = usePortalSections().filter((section) => isOfOne && section.navigation !== false);
  // From another page the sections are a page away.
  const at = home ? pathname : "/portal";
  return (
    <nav className="portal-nav" aria-label={t("portal.navigation")}>
      <Link href="/portal" aria-current={home ? "page" : undefined}>
        <House className="icon portal-nav-icon" aria-hidden />
        {t("portal.home")}
      </Link>
      {sections.map((section) => (
        <Link key={section.name} href={`${at}#${headingOf(section)}`}>
          <section.icon className="icon portal-nav-icon" aria-hidden />
          {t(section.labelKey as "portal.home")}
        </Link>
      ))}
    </nav>
  );
}
