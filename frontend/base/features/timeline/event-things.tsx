"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { usePanelKinds } from "@/base/panels/panel-kinds";
import { usePanels } from "@/base/panels/use-panels";
import type { EventThing, HistoryEvent } from "./events";
import { type EventWords, useEventText } from "./use-event-text";

interface EventThingsProps {
  readonly event: HistoryEvent;
  readonly words: EventWords;
  readonly scope: { readonly type?: string; readonly subjectId?: string; readonly accountId?: string };
  /** Whether all of it was taken back. */
  readonly struck: boolean;
}

/** What an event did: which object, which field, before and after. Five objects at once, the others when they are asked for. */
export function EventThings({ event, words, scope, struck }: EventThingsProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const [all, setAll] = useState(false);
  const query = useQuery(api.journal.things.queryOptions({ ...scope, id: event.id }, { enabled: all }));
  const shown = query.data?.things ?? event.things;
  const left = event.count - shown.length;
  const fields = new Set(event.facts.map(({ type, field }) => `${type}/${field}`)).size;
  const [only, ...others] = event.types;
  const kind =
    only && others.length === 0
      ? (event.count === 1 ? format.typeLabel(only.type) : format.typePlural(only.type)).toLocaleLowerCase(
          format.language,
        )
      : t("items", { count: event.count });
  return (
    <div className="history-things">
      <p className="history-sum">
        <b>{t(event.more ? "atLeastThings" : "things", { count: format.count(event.count), type: kind })}</b>
        {fields > 0 && <span>{t("fields", { count: fields })}</span>}
      </p>
      <table>
        <thead>
          <tr>
            {(["object", "field", "before", "after"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((thing) => (
          <ThingRows key={`${thing.type}/${thing.id}`} thing={thing} words={query.data ?? words} struck={struck} />
        ))}
      </table>
      {left > 0 && !query.data && (
        <button type="button" className="link" aria-busy={query.isFetching} onClick={() => setAll(true)}>
          <ChevronDown className="icon small" aria-hidden /> {t("others", { count: left })}
        </button>
      )}
      {query.data && (left > 0 || event.more) && (
        <p className="history-left">{t("onlyFirst", { count: format.count(shown.length) })}</p>
      )}
      {query.isError && <p className="history-left">{t("loadFailed")}</p>}
    </div>
  );
}

/** One object: a row per field, its name once. */
function ThingRows({ thing, words, struck }: { thing: EventThing; words: EventWords; struck: boolean }) {
  const format = useFormat();
  const text = useEventText(words);
  const panels = usePanels();
  const panelled = usePanelKinds();
  const own = thing.changes.filter(({ type }) => type === thing.type);
  // Of its periods what the thing itself doesn't say.
  const told = ({ type, field, from, to }: EventThing["changes"][number]) =>
    type === thing.type ||
    (to !== thing.id && from !== thing.id && !own.some((one) => one.field === field && one.to === to));
  const changes = thing.changes.filter((one) => (text.isSaid(one.from) || text.isSaid(one.to)) && told(one));
  const name = text.name(thing);
  const head = (
    <th scope="rowgroup" rowSpan={Math.max(1, changes.length)}>
      {thing.operation === "delete" || !panelled.has(thing.type) ? (
        name
      ) : (
        <button type="button" className="link" onClick={() => void panels.open({ kind: thing.type, id: thing.id })}>
          {name}
        </button>
      )}
    </th>
  );
  if (changes.length === 0)
    return (
      <tbody>
        <tr>
          {head}
          <td colSpan={3}>—</td>
        </tr>
      </tbody>
    );
  return (
    <tbody>
      {changes.map(({ type, rowId, field, from, to }, index) => (
        <tr key={`${rowId}/${field}`}>
          {index === 0 && head}
          <td>{format.fieldLabel(type, field)}</td>
          <td className={text.isSaid(from) ? "soft" : "soft none"}>
            {text.isSaid(from) ? text.value(type, field, from) : "—"}
          </td>
          <td>{struck ? <s>{text.value(type, field, to)}</s> : text.value(type, field, to)}</td>
        </tr>
      ))}
    </tbody>
  );
}
