"use client";
import { Building2, type LucideIcon, Rows3, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useVerticals } from "@/base/extension-points/verticals";
import { useCan, useViewer } from "@/base/viewer/viewer";

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

export function Rail() {
  const t = useTranslations();
  const can = useCan();
  const { brand } = useViewer();
  const pathname = usePathname();
  const entries: Entry[] = [
    { href: "/accounts?list=true", label: t("shell.accounts"), icon: Building2 },
    { href: "/lists", label: t("records.lists"), icon: Rows3 },
    ...useVerticals().flatMap((vertical) =>
      vertical.navigation
        .filter((item) => can(item.permission))
        .map((item) => ({ href: item.href, label: t(item.labelKey as "shell.accounts"), icon: item.icon })),
    ),
  ];
  return (
    <nav className="rail" aria-label={t("shell.navigation")}>
      <Link href="/accounts" className="rail-mark" aria-label={t("shell.home", { brand: brand?.name ?? "SoftWhere" })}>
        {/* A private file of a few hundred bytes, behind the session: nothing for an image optimiser. */}
        {brand?.logoId ? <img src={`/api/files/${brand.logoId}`} alt="" /> : (brand?.name ?? "S").slice(0, 1)}
      </Link>
      {entries.map(({ href, label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          className="rail-link"
          aria-label={label}
          title={label}
          aria-current={pathname.startsWith(href.split("?")[0] ?? href) ? "page" : undefined}
        >
          <Icon className="icon" aria-hidden />
        </Link>
      ))}
      <span className="grow" />
      {(can("administer brand") || can("administer platform")) && (
        <Link
          href="/administration"
          className="rail-link"
          aria-label={t("administration.title")}
          title={t("administration.title")}
          aria-current={pathname.startsWith("/administration") ? "page" : undefined}
        >
          <Settings className="icon" aria-hidden />
        </Link>
      )}
    </nav>
  );
}
