"use client";
import {
  ArrowRight,
  Building2,
  CornerDownRight,
  House,
  Keyboard,
  Languages,
  type LucideIcon,
  MoonStar,
  UserRound,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { listedAlone, useRecordLists } from "@/base/records/lists";
import { usePageCommands } from "@/base/commands/commands";
import { useVerticals } from "@/base/extension-points/verticals";
import { useFormat } from "@/base/format/format";
import { plain } from "@/base/format/plain-text";
import { useCan } from "@/base/viewer/viewer";

export interface Command {
  readonly key: string;
  /** What it is listed under. */
  readonly group: string;
  readonly letter?: string | undefined;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly run: (close: () => void) => void;
}

/** Where the person can go and what they can do from anywhere, as far as the typed words name it. */
export function useCommands(text: string): Command[] {
  const t = useTranslations();
  const format = useFormat();
  const can = useCan();
  const router = useRouter();
  const go = (href: string) => () => router.push(href);
  const here = usePageCommands().map((command) => ({
    key: `here-${command.key}`,
    group: command.about ?? t("search.here"),
    title: command.title,
    letter: command.letter,
    icon: CornerDownRight,
    run: command.run,
  }));
  const everywhere = [
    { key: "accounts", title: t("shell.accounts"), icon: Building2, run: go("/accounts?list=true") },
    { key: "home", title: t("home.title"), icon: House, run: go("/accounts") },
    ...useVerticals().flatMap((vertical) =>
      vertical.navigation
        .filter((item) => can(item.permission))
        .map((item) => ({
          key: item.href,
          title: t(item.labelKey as "shell.accounts"),
          icon: item.icon,
          run: go(item.href),
        })),
    ),
    ...useRecordLists()
      .filter((list) => listedAlone(list) && can(list.permission ?? `view ${list.type}`))
      .map((list) => ({
        key: list.type,
        title: format.typePlural(list.type),
        icon: list.icon,
        run: go(`/lists/${list.type}`),
      })),
    { key: "own-account", title: t("shell.ownAccount"), icon: UserRound, run: go("/my-account") },
    {
      key: "shortcuts",
      title: t("shortcuts.title"),
      icon: Keyboard,
      run: () => window.dispatchEvent(new CustomEvent("sw:shortcuts")),
    },
    {
      key: "language",
      title: t("shell.otherLanguage"),
      icon: Languages,
      run: () => window.dispatchEvent(new CustomEvent("sw:language")),
    },
    {
      key: "theme",
      title: t("shell.theme"),
      icon: MoonStar,
      run: () => window.dispatchEvent(new CustomEvent("sw:theme")),
    },
  ];
  const commands: Command[] = [...here, ...everywhere.map((command) => ({ ...command, group: t("search.commands") }))];
  const words = plain(text).split(/\s+/).filter(Boolean);
  return commands
    .filter((command) =>
      words.every((word) =>
        plain(command.title)
          .split(/\s+/)
          .some((part) => part.startsWith(word)),
      ),
    )
    .slice(0, words.length > 0 ? 8 : 30)
    .map((command) => ({ ...command, icon: command.icon ?? ArrowRight }));
}
