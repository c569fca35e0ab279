"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { Letter } from "@/base/commands/command-button";
import { useCommands } from "@/base/commands/commands";
import { onDemand } from "@/base/on-demand/on-demand";
import { useCan } from "@/base/viewer/viewer";
import type { LineAction } from "@softwhere/services/verticals/telecom/domain/line-order";
import type { DeploymentDialogProps } from "../deployments/deployment-dialog";
import type { OrderDialogProps } from "./order-dialog";

const OrderDialog = onDemand<OrderDialogProps>(async () => (await import("./order-dialog")).OrderDialog);

const DeploymentDialog = onDemand<DeploymentDialogProps>(
  async () => (await import("../deployments/deployment-dialog")).DeploymentDialog,
);

const actions: readonly {
  readonly action: LineAction;
  readonly letter: string;
  readonly permission: string;
  readonly changesLine?: false;
}[] = [
  { action: "suspend", letter: "s", permission: "manage lines" },
  { action: "resume", letter: "r", permission: "manage lines" },
  { action: "terminate", letter: "t", permission: "manage lines" },
  { action: "keep", letter: "g", permission: "manage lines" },
  { action: "move-site", letter: "m", permission: "edit sw_line" },
  { action: "move-park", letter: "p", permission: "edit sw_line" },
  { action: "move-billing-site", letter: "b", permission: "edit sw_line" },
  { action: "add-option", letter: "o", permission: "create sw_line_option" },
  { action: "remove-option", letter: "u", permission: "edit sw_line_option" },
  { action: "assign-contact", letter: "a", permission: "create sw_assignment", changesLine: false },
];

const planLetters = { deployment: "d", sim: "i" } as const;

export interface OrderMenuProps {
  /** Asked for only when something is chosen, where they have to be read. */
  readonly lineIds: readonly string[] | (() => Promise<readonly string[]>);
  /** What its button says; "More" without. */
  readonly label?: string;
}

/** What a selection of lines can be ordered to do, as far as the person may. */
export function OrderMenu({ lineIds, label }: OrderMenuProps) {
  const t = useTranslations("telecom.bulk");
  const can = useCan();
  const [planning, setPlanning] = useState<{ mode: "deployment" | "sim"; lineIds: readonly string[] } | null>(null);
  const [open, setOpen] = useState<{ action: LineAction; lineIds: readonly string[] } | null>(null);
  const allowed = actions.filter(
    ({ permission, changesLine }) => can(permission) && (changesLine === false || can("edit sw_line")),
  );
  const plans = can("launch deployment") ? (["deployment", "sim"] as const) : [];
  const ids = async () => (typeof lineIds === "function" ? await lineIds() : lineIds);
  const choose = async (action: LineAction) => setOpen({ action, lineIds: await ids() });
  const plan = async (mode: "deployment" | "sim") => setPlanning({ mode, lineIds: await ids() });
  useCommands([
    ...allowed.map(({ action, letter }) => ({
      key: action,
      letter,
      title: t(`actions.${action}`),
      run: () => void choose(action),
    })),
    ...plans.map((mode) => ({
      key: mode,
      letter: planLetters[mode],
      title: t(`plan.${mode}`),
      run: () => void plan(mode),
    })),
  ]);
  if (allowed.length + plans.length === 0) return null;
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={label ? "button" : "button lead"}>
          {label ?? t("more")} <ChevronDown className="icon small" aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" side="top" align="start" sideOffset={6}>
            {allowed.map(({ action, letter }) => (
              <DropdownMenu.Item key={action} className="menu-item" onSelect={() => void choose(action)}>
                <span className="grow">{t(`actions.${action}`)}</span> <Letter letter={letter} />
              </DropdownMenu.Item>
            ))}
            {plans.length > 0 && allowed.length > 0 && <DropdownMenu.Separator className="menu-separator" />}
            {plans.map((mode) => (
              <DropdownMenu.Item key={mode} className="menu-item" onSelect={() => void plan(mode)}>
                <span className="grow">{t(`plan.${mode}`)}</span> <Letter letter={planLetters[mode]} />
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {planning && (
        <DeploymentDialog
          key={planning.mode}
          mode={planning.mode}
          lineIds={planning.lineIds}
          onClose={() => setPlanning(null)}
        />
      )}
      {open && (
        <OrderDialog key={open.action} action={open.action} lineIds={open.lineIds} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
