"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/base/commands/commands";
import { useFormat } from "@/base/format/format";
import { onDemand } from "@/base/on-demand/on-demand";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import type { CreateRecordDialogProps } from "./create-record-dialog";
import type { Linked } from "./rows";

const CreateRecordDialog = onDemand<CreateRecordDialogProps>(
  async () => (await import("./create-record-dialog")).CreateRecordDialog,
);

interface AddRecordProps {
  readonly type: string;
  /** References that are settled by where the button is. */
  readonly fixed?: Readonly<Record<string, Linked>>;
  /** The account it will belong to by way of another row. */
  readonly accountId?: string;
  /** What the button says; "add" where there is nothing. */
  readonly label?: string;
  /** Where it is what the screen adds first. */
  readonly letter?: string;
  /** The right to it, where that is not the type's own. */
  readonly permission?: string;
  readonly tone?: "plain" | "ghost";
  readonly onCreated?: (id: string) => void;
}

/** A button that makes a record of the type, for those who may. */
export function AddRecord({
  type,
  fixed = {},
  accountId,
  label,
  letter,
  permission,
  tone = "ghost",
  onCreated = () => undefined,
}: AddRecordProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const [open, setOpen] = useState(false);
  const mayAdd = can(permission ?? `create ${type}`);
  const what = t("newRecord", { type: format.typeLabel(type) });
  // Named by a label of its own it is something the screen does; "add" alone says too little in a list of commands.
  useCommands(
    mayAdd && label ? [{ key: `add-${type}`, title: what, run: () => setOpen(true), ...(letter && { letter }) }] : [],
  );
  if (!mayAdd) return null;
  return (
    <>
      <Button
        size="small"
        {...(tone === "ghost" && { tone })}
        title={what}
        aria-label={label ?? t("add")}
        {...(letter && { "aria-keyshortcuts": letter })}
        onClick={() => setOpen(true)}
      >
        <Plus className="icon small" aria-hidden /> <span className="tool-label">{label ?? t("add")}</span>
      </Button>
      {open && (
        <CreateRecordDialog
          type={type}
          fixed={fixed}
          accountId={accountId}
          onClose={() => setOpen(false)}
          onCreated={onCreated}
        />
      )}
    </>
  );
}
