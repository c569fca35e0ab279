"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
  /** What the button says; "add" where there is nothing. */
  readonly label?: string;
  readonly onCreated?: (id: string) => void;
}

/** A button that makes a record of the type, for those who may. */
export function AddRecord({ type, fixed = {}, label, onCreated = () => undefined }: AddRecordProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can(`create ${type}`)) return null;
  return (
    <>
      <Button
        size="small"
        tone="ghost"
        title={t("newRecord", { type: format.typeLabel(type) })}
        onClick={() => setOpen(true)}
      >
        <Plus className="icon small" aria-hidden /> {label ?? t("add")}
      </Button>
      {open && <CreateRecordDialog type={type} fixed={fixed} onClose={() => setOpen(false)} onCreated={onCreated} />}
    </>
  );
}
