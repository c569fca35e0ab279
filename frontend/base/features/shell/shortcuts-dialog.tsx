"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "@/ui/dialog";

const groups = [
  {
    key: "everywhere",
    rows: [
      ["Ctrl K", "search"],
      ["?", "sheet"],
      ["F6", "zone"],
      ["Ctrl Z", "undo"],
      ["Esc", "close"],
    ],
  },
  {
    key: "lists",
    rows: [
      ["↑ ↓", "move"],
      ["Shift ↑ ↓", "range"],
      ["Space", "select"],
      ["Ctrl A", "selectAll"],
      ["Enter", "open"],
    ],
  },
  {
    key: "fields",
    rows: [
      ["Enter · F2", "edit"],
      ["Enter · Tab", "save"],
      ["Esc", "giveUp"],
    ],
  },
] as const;

const named = ["Space", "Enter", "Esc", "Shift"] as const;
const isNamed = (key: string): key is (typeof named)[number] => (named as readonly string[]).includes(key);

export interface ShortcutsDialogProps {
  readonly onClose: () => void;
}

/** Every key the console knows. */
export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const t = useTranslations("shortcuts");
  return (
    <Dialog open narrow title={t("title")} closeLabel={t("close")} onClose={onClose}>
      {groups.map((group) => (
        <section key={group.key} className="shortcuts">
          <h3>{t(`groups.${group.key}`)}</h3>
          <dl>
            {group.rows.map(([keys, name]) => (
              <div key={name}>
                <dt>
                  {keys.split(" · ").map((alternative, index) => (
                    <span key={alternative}>
                      {index > 0 && " / "}
                      {alternative.split(" ").map((key) => (
                        <kbd key={key} className="key">
                          {isNamed(key) ? t(`names.${key}`) : key}
                        </kbd>
                      ))}
                    </span>
                  ))}
                </dt>
                <dd>{t(`keys.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
