"use client";
import { useQuery } from "@tanstack/react-query";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { IconButton } from "@/ui/button";
import {
  type AssignedContact,
  type AssignmentPurpose,
  type AssignmentTarget,
  useAssignContact,
} from "./assign-contact";

const general: readonly AssignmentPurpose[] = ["support", "communications", "tickets", "deployments"];

/** What dragging does, by menu: the account's sites, its billing sites, and what a contact can be for in general. */
export function AssignMenu({ accountId, contact }: { accountId: string; contact: AssignedContact }) {
  const t = useTranslations("contacts");
  const can = useCan();
  const format = useFormat();
  const purposeText = (purpose: AssignmentPurpose) => format.valueLabel("sw_assignment", "purpose", purpose);
  const assign = useAssignContact();
  const [open, setOpen] = useState(false);
  const sites = useQuery(api.sites.ofAccount.queryOptions({ accountId }, { enabled: open }));
  const billing = useQuery(
    api.accounts.billingSites.queryOptions({ accountId }, { enabled: open && can("view sw_billing_site") }),
  );
  if (!can("create sw_assignment")) return null;
  const places = (label: string, purpose: AssignmentPurpose, targets: readonly AssignmentTarget[]) =>
    targets.length > 0 && (
      <DropdownMenu.Group>
        <DropdownMenu.Label className="menu-label">{label}</DropdownMenu.Label>
        {targets.map((target) => (
          <DropdownMenu.Item
            key={target.id}
            className="menu-item"
            onSelect={() => void assign(contact, purpose, target)}
          >
            {target.name}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Group>
    );
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t("assignPerson", { name: contact.name })}>
          <UserRoundPlus className="icon small" aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu scrolling" align="end" sideOffset={4}>
          {places(
            purposeText("site"),
            "site",
            (sites.data ?? []).map((site) => ({ type: "sw_site", id: site.id, name: site.name ?? "" })),
          )}
          {places(
            purposeText("billing"),
            "billing",
            (billing.data ?? []).map((site) => ({ type: "sw_billing_site", id: site.id, name: site.name ?? "" })),
          )}
          <DropdownMenu.Group>
            <DropdownMenu.Label className="menu-label">{t("wholeAccount")}</DropdownMenu.Label>
            {general.map((purpose) => (
              <DropdownMenu.Item
                key={purpose}
                className="menu-item"
                onSelect={() => void assign(contact, purpose, null)}
              >
                {purposeText(purpose)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Group>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
