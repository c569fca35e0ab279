"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { apiClient, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { toast } from "@/ui/toast";

export type AssignmentPurpose = "site" | "billing" | "support" | "communications" | "tickets" | "deployments";

export interface AssignmentTarget {
  readonly type: "sw_site" | "sw_billing_site";
  readonly id: string;
  readonly name: string;
}

export interface AssignedContact {
  readonly id: string;
  readonly name: string;
}

/** Gives a contact a purpose, at a place where there is one; says so and takes it back on request. */
export function useAssignContact(): (
  contact: AssignedContact,
  purpose: AssignmentPurpose,
  target: AssignmentTarget | null,
) => Promise<void> {
  const t = useTranslations("contacts");
  const refusal = useRefusal();
  const format = useFormat();
  return useCallback(
    async (contact, purpose, target) => {
      const id = crypto.randomUUID();
      const place = target ? { [target.type === "sw_site" ? "site" : "billing_site"]: target.id } : {};
      try {
        const result = await apiClient.base.records.create.mutate({
          type: "sw_assignment",
          id,
          values: { contact: contact.id, purpose, ...place },
        });
        if (result.kind === "refused")
          return toast.error(`${t("assignRefused")} ${refusal(result.problems[0]?.detail ?? "")}`);
        const takeBack = async () => {
          await apiClient.base.records.remove
            .mutate({ type: "sw_assignment", id })
            .catch(() => toast.error(t("assignFailed")));
          await queryClient.invalidateQueries();
        };
        toast.success(
          t("assigned", {
            name: contact.name,
            place: target?.name ?? format.valueLabel("sw_assignment", "purpose", purpose),
          }),
          { action: { label: t("undo"), onClick: () => void takeBack() } },
        );
        await queryClient.invalidateQueries();
      } catch {
        toast.error(t("assignFailed"));
      }
    },
    [t, format, refusal],
  );
}
