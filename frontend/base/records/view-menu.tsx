"use client";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useCommands } from "@/base/commands/commands";
import { useCan } from "@/base/viewer/viewer";
import { SavedViews, type SavedViewsProps } from "./saved-views";

export type ViewMenuProps = Omit<SavedViewsProps, "none">;

/** The saved views of a list that stands among other things. */
export function ViewMenu(props: ViewMenuProps) {
  const t = useTranslations("records.views");
  const can = useCan();
  const [open, setOpen] = useState(false);
  const mayView = can("view sw_saved_view");
  useCommands(mayView ? [{ key: "views", letter: "v", title: t("title"), run: () => setOpen(true) }] : []);
  if (!mayView) return null;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="button small" aria-keyshortcuts="v" title={t("title")}>
        <Bookmark className="icon small" aria-hidden /> <span className="tool-label">{t("title")}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu view-menu" aria-label={t("title")} align="end" sideOffset={4}>
          <SavedViews {...props} none={t("none")} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
