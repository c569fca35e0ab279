"use client";
import {
  BookOpen,
  Cable,
  KeyRound,
  LayoutPanelTop,
  type LucideIcon,
  Mail,
  Palette,
  RotateCcw,
  Users,
  Webhook,
} from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanels } from "@/base/panels/use-panels";
import { RecordPanel } from "@/base/records/record-panel";
import { useCan } from "@/base/viewer/viewer";
import { BrandsSection } from "./brands-section";
import { ConnectionPanel } from "./connection-panel";
import { ConnectionsSection } from "./connections-section";
import { FailedJobsSection } from "./failed-jobs-section";
import { LayoutsSection } from "./layouts-section";
import { RolesSection } from "./roles-section";
import { UsersSection } from "./users-section";
import { WebhookPanel } from "./webhooks/webhook-panel";
import { WebhooksSection } from "./webhooks/webhooks-section";

const MailTemplatesSection = dynamic(
  () => import("./mail-templates-section").then((file) => file.MailTemplatesSection),
  { ssr: false },
);

interface Section {
  readonly key: "users" | "roles" | "layouts" | "mail" | "connections" | "webhooks" | "jobs" | "brands";
  readonly icon: LucideIcon;
  readonly permissions: readonly string[];
  readonly Component: ComponentType;
}

const sections: readonly Section[] = [
  { key: "users", icon: Users, permissions: ["administer brand", "administer platform"], Component: UsersSection },
  { key: "roles", icon: KeyRound, permissions: ["administer brand"], Component: RolesSection },
  { key: "layouts", icon: LayoutPanelTop, permissions: ["administer brand"], Component: LayoutsSection },
  { key: "mail", icon: Mail, permissions: ["administer brand"], Component: MailTemplatesSection },
  { key: "connections", icon: Cable, permissions: ["administer brand"], Component: ConnectionsSection },
  { key: "webhooks", icon: Webhook, permissions: ["administer brand"], Component: WebhooksSection },
  {
    key: "jobs",
    icon: RotateCcw,
    permissions: ["administer brand", "administer platform"],
    Component: FailedJobsSection,
  },
  { key: "brands", icon: Palette, permissions: ["administer platform"], Component: BrandsSection },
];

const panelComponents = {
  sw_brand: RecordPanel,
  sw_action: RecordPanel,
  connection: ConnectionPanel,
  webhook: WebhookPanel,
};

/** People, what roles may do, mails, brands: each for those who hold the right. */
export function AdministrationPage({ section }: { section: string | undefined }) {
  const t = useTranslations("administration");
  const can = useCan();
  const { panels } = usePanels();
  const open = sections.filter((one) => one.permissions.some(can));
  const current = open.find((one) => one.key === section) ?? open[0];
  return (
    <div
      className={["columns", section ? "has-object" : "", panels.length > 0 ? "with-panel" : ""]
        .filter(Boolean)
        .join(" ")}
    >
      <nav className="account-list" aria-label={t("title")} id="zone-list">
        <div className="account-list-head">
          <h2>{t("title")}</h2>
        </div>
        <ul className="account-list-rows">
          {open.map(({ key, icon: Icon }) => (
            <li key={key}>
              <Link
                href={`/administration/${key}`}
                className="view-row"
                aria-current={key === current?.key ? "page" : undefined}
                prefetch={false}
              >
                <Icon className="icon small" aria-hidden />
                <span className="ellipsis start">{t(`sections.${key}`)}</span>
              </Link>
            </li>
          ))}
          {can("administer brand") && (
            <li>
              <Link href="/lists/sw_catalogue" className="view-row" prefetch={false}>
                <BookOpen className="icon small" aria-hidden />
                <span className="ellipsis start">{t("sections.catalogues")}</span>
              </Link>
            </li>
          )}
        </ul>
      </nav>
      <main className="centre" id="zone-centre" data-zone="centre">
        {current ? <current.Component /> : <p className="empty">{t("forbidden")}</p>}
      </main>
      <PanelStack components={panelComponents} />
    </div>
  );
}
