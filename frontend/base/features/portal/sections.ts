"use client";
import { FileText, ReceiptText, Users } from "lucide-react";
import { useMemo } from "react";
import type { PortalSection } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { useCan } from "@/base/viewer/viewer";
import { ContactsSection } from "./contacts-section";
import { DocumentsSection } from "./documents-section";
import { InvoicesSection } from "./invoices-section";

const ofBase: readonly PortalSection[] = [
  {
    name: "documents",
    rank: 60,
    place: "side",
    labelKey: "portal.documents.title",
    icon: FileText,
    permission: "view sw_document",
    Component: DocumentsSection,
  },
  {
    name: "invoices",
    rank: 50,
    place: "side",
    labelKey: "invoices.portalTitle",
    icon: ReceiptText,
    permission: "view customer invoices",
    Component: InvoicesSection,
  },
  {
    name: "contacts",
    rank: 70,
    place: "side",
    labelKey: "portal.contacts.nav",
    icon: Users,
    permission: "view sw_contact",
    Component: ContactsSection,
  },
];

/** What the person's portal shows: the base's parts and those of the open verticals, as far as they may be seen. */
export function usePortalSections(): readonly PortalSection[] {
  const verticals = useVerticals();
  const can = useCan();
  const all = useMemo(
    () => [...ofBase, ...verticals.flatMap(({ portal }) => portal.sections)].sort((a, b) => a.rank - b.rank),
    [verticals],
  );
  return all.filter(({ permission }) => !permission || can(permission));
}

export const headingOf = (section: PortalSection): string => `portal-${section.name}`;
