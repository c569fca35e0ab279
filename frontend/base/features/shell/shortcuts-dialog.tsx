"use client";
import { useTranslations } from "next-intl";
import { usePageCommands } from "@/base/commands/commands";
import { Dialog } from "@/ui/dialog";

const groups = [
  {
    key: "everywhere",
    rows: [
      ["Ctrl K", "search"],
      ["?", "sheet"],
      ["F6", "zone"],
      ["Ctrl Z", "undo"],
      ["Ctrl Enter", "confirm"],
      ["J · K", "account"],
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
  const commands = usePageCommands().filter(({ letter }) => letter);
  const subjects = [...new Set(commands.map(({ about }) => about))];
  return (
    <Dialog open narrow title={t("title")} closeLabel={t("close")} onClose={onClose}>
      {subjects.map((about) => (
        <section key={about ?? ""} className="shortcuts">
          <h3>{about === undefined ? t("groups.here") : t("groups.selection", { about })}</h3>
          <dl>
            {commands
              .filter((command) => command.about === about)
              .map(({ key, letter = "", title }) => (
                <div key={key}>
                  <dt>
                    <kbd className="key">{letter.toUpperCase()}</kbd>
                  </dt>
                  <dd>{title}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
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
