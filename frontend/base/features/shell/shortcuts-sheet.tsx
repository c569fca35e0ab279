"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/ui/dialog";

const groups = [
  { key: "everywhere", rows: [["Ctrl K", "search"], ["?", "sheet"], ["F6", "zone"], ["Ctrl Z", "undo"], ["Esc", "close"]] },
  { key: "lists", rows: [["↑ ↓", "move"], ["Shift ↑ ↓", "range"], ["Space", "select"], ["Ctrl A", "selectAll"], ["Enter", "open"]] },
  { key: "fields", rows: [["Enter · F2", "edit"], ["Enter · Tab", "save"], ["Esc", "giveUp"]] },
] as const;

const named = ["Space", "Enter", "Esc", "Shift"] as const;
const isNamed = (key: string): key is (typeof named)[number] => (named as readonly string[]).includes(key);

/** `?` anywhere outside a field: every key the console knows. */
export function ShortcutsSheet() {
  const t = useTranslations("shortcuts");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], [role=dialog]");
      if (event.key !== "?" || event.ctrlKey || event.metaKey || typing) return;
      event.preventDefault();
      show();
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("sw:shortcuts", show);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("sw:shortcuts", show);
    };
  }, []);
  return (
    <Dialog open={open} narrow title={t("title")} closeLabel={t("close")} onClose={() => setOpen(false)}>
      {groups.map((group) => (
        <section key={group.key} className="shortcuts">
          <h3>{t(`groups.${group.key}`)}</h3>
          <dl>
            {group.rows.map(([keys, name]) => (
              <div key={name}>
                <dt>{keys.split(" · ").map((alternative, index) => <span key={alternative}>{index > 0 && " / "}{alternative.split(" ").map((key) => <kbd key={key} className="key">{isNamed(key) ? t(`names.${key}`) : key}</kbd>)}</span>)}</dt>
                <dd>{t(`keys.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
