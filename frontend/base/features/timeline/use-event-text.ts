"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useVerticals } from "@/base/extension-points/verticals";
import { useFormat } from "@/base/format/format";
import { subjectText, valueText } from "./entry-text";
import { sentenceOf } from "./event-sentence";
import type { EventThing, HistoryEvent } from "./events";
import type { SubjectName } from "./subject-name";

/** Names of what events refer to. */
export interface EventWords {
  readonly names: Readonly<Record<string, string>>;
  readonly subjects: Readonly<Record<string, SubjectName>>;
}

/** Keys that verticals bring are known to them alone. */
type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** Fields named in a title; all of them are below it. */
const namedFields = 3;

/** Events in the reader's words. */
export function useEventText({ names, subjects }: EventWords) {
  const t = useTranslations("journal");
  const any = useTranslations();
  const format = useFormat();
  const verticals = useVerticals();
  return useMemo(() => {
    const kinds = verticals.flatMap(({ historyKinds }) => historyKinds);
    const unsaid = { hidden: t("hidden"), details: t("details") };
    const value = (type: string, field: string, text: string | null) =>
      valueText({ type, field, text }, names, format, unsaid);
    const name = ({ type, id, label }: Pick<EventThing, "type" | "id" | "label">) =>
      subjectText({ type, label: label || names[id] || "" }, subjects[id], format, (one, day) =>
        t("since", { name: one, day }),
      );
    const things = (type: string, count: number, more: boolean) =>
      t(more ? "atLeastThings" : "things", {
        count: format.count(count),
        type: format.typePlural(type).toLocaleLowerCase(format.language),
      });
    const sentence = (event: HistoryEvent): { title: string; rest: string } => {
      const [main] = event.types;
      const said = sentenceOf(event, kinds);
      const [thing] = event.things.filter(({ type }) => type === main?.type);
      const what =
        (main?.count ?? 0) > 1 || !thing
          ? things(main?.type ?? "", main?.count ?? event.count, event.more)
          : name(thing);
      const covered = said.kind === "told" ? said.fact.count : (main?.count ?? event.count);
      const others = event.count - covered;
      const rest = others > 0 ? t("andMore", { count: others }) : "";
      switch (said.kind) {
        case "told": {
          const { fact, by, day } = said;
          const shown = value(fact.type, fact.field, fact.to ?? null);
          const about = event.things.find(({ changes }) =>
            changes.some(({ type, field }) => type === fact.type && field === fact.field),
          );
          const title = (any as unknown as Say)(by.labelKey, {
            count: fact.count,
            what: about ? name(about) : what,
            value: shown,
            day: day ? format.day(day) : "",
          });
          return { title: event.more ? t("atLeast", { title }) : title, rest };
        }
        case "set": {
          const { type, field, from, to } = said.fact;
          const before =
            (main?.count ?? 0) === 1 && isSaid(from ?? null) ? `${value(type, field, from ?? null)} → ` : "→ ";
          return {
            title: t("setTo", {
              what,
              field: format.fieldLabel(type, field),
              value: before + value(type, field, to ?? null),
            }),
            rest,
          };
        }
        case "update": {
          const labels = said.fields.map(({ type, field }) => format.fieldLabel(type, field));
          const listed = labels.slice(0, namedFields).join(", ") + (labels.length > namedFields ? "…" : "");
          return { title: t("updates", { what, fields: listed }), rest };
        }
        case "belonging":
          if (said.fact) {
            const { type, field, to } = said.fact;
            const title = `${format.fieldLabel(type, field)} ${value(type, field, to ?? null)}`;
            const since = said.day ? t("since", { name: title, day: format.dayText(said.day) }) : title;
            return { title: t("belongs", { what, type: since }), rest };
          }
          return { title: t("belongs", { what, type: format.typeLabel(said.type) }), rest };
        default:
          return { title: t(said.kind === "create" ? "creates" : "deletes", { what }), rest };
      }
    };
    return { sentence, name, value, isSaid };
  }, [t, any, format, verticals, names, subjects]);
}

/** Whether a value is one: an empty list is none. */
function isSaid(text: string | null): boolean {
  return text !== null && text !== "" && text !== "[]";
}
