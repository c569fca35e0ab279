"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { mostNewLines, type NewLineField } from "@softwhere/services/verticals/telecom/domain/new-lines";
import { useFormat } from "@/base/format/format";
import { Button, IconButton } from "@/ui/button";
import { useBusinessDay } from "@/base/viewer/viewer";
import { typedDay } from "@/base/editing/typed-day";
import { Checkbox } from "@/ui/checkbox";
import { Cell } from "./new-line-cell";
import { NewLinePort } from "./new-line-port";
import { type DraftLine, emptyLine, emptyPort, type NamedChoice, pastedLines } from "./new-lines-draft";

interface NewLinesTableProps {
  readonly lines: readonly DraftLine[];
  readonly sites: readonly NamedChoice[];
  /** `price`: per month, in words; absent where it isn't the person's to see. */
  readonly plans: readonly (NamedChoice & { readonly price?: string | undefined })[];
  /** Plans that are found by their names in what is pasted. */
  readonly pasted: readonly NamedChoice[];
  /** What is wrong with a field, in words. */
  readonly problemOf: (row: number, field: NewLineField) => string | undefined;
  /** What a person has to know of a port and may order all the same, in words. */
  readonly warningsOf: (row: number) => readonly string[];
  /** Whether the operator takes numbers over. */
  readonly canPort: boolean;
  readonly disabled: boolean;
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

/** One row per new line; several lines of a spreadsheet can be pasted into a number. */
export function NewLinesTable({
  lines,
  sites,
  plans,
  pasted: named,
  problemOf,
  warningsOf,
  canPort,
  disabled,
  onChange,
}: NewLinesTableProps) {
  const t = useTranslations("telecom.deployments.newLines");
  const ports = useTranslations("telecom.deployments.ports");
  const format = useFormat();
  const nextKey = Math.max(0, ...lines.map(({ key }) => key)) + 1;
  const change = (key: number, given: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...given } : line)));
  const today = useBusinessDay()();
  const dayOf = (text: string) => typedDay(text, today) ?? text;
  const paste = (event: ClipboardEvent, line: DraftLine) => {
    const pasted = pastedLines(event.clipboardData.getData("text/plain"), { sites, plans: named }, line, dayOf);
    if (!pasted) return;
    event.preventDefault();
    const at = lines.indexOf(line);
    const room = mostNewLines - lines.length + 1;
    onChange([
      ...lines.slice(0, at),
      ...pasted.slice(0, room).map((one, index) => ({ ...one, key: nextKey + index })),
      ...lines.slice(at + 1),
    ]);
  };
  return (
    <>
      <ol className="new-lines" aria-label={t("lines")}>
        <li className="new-line new-line-head" aria-hidden>
          <span />
          <span>{t("fields.number")}</span>
          <span>{t("fields.site")}</span>
          <span>{t("fields.plan")}</span>
          <span>{t("fields.user")}</span>
          <span />
        </li>
        {lines.map((line, row) => (
          <li key={line.key} className="new-line" aria-label={t("row", { row: row + 1 })}>
            <span className="new-line-rank quiet">{format.count(row + 1)}</span>
            <Cell label={t("fields.number")} problem={problemOf(row, "number")}>
              {(given) => (
                <input
                  {...given}
                  className="input"
                  value={line.number}
                  disabled={disabled}
                  autoComplete="off"
                  onPaste={(event) => paste(event, line)}
                  onChange={(event) => change(line.key, { number: event.target.value })}
                />
              )}
            </Cell>
            <Cell label={t("fields.site")} problem={problemOf(row, "site")}>
              {(given) => (
                <select
                  {...given}
                  className="select"
                  value={line.siteId}
                  disabled={disabled}
                  onChange={(event) =>
                    change(line.key, { siteId: event.target.value, unknown: without(line.unknown, "site") })
                  }
                >
                  <option value="">{line.unknown.site ? `${line.unknown.site} ?` : t("noSite")}</option>
                  {sites.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Cell>
            <Cell label={t("fields.plan")} problem={problemOf(row, "plan")}>
              {(given) => (
                <select
                  {...given}
                  className="select"
                  value={plans.some(({ id }) => id === line.planId) ? line.planId : ""}
                  disabled={disabled}
                  onChange={(event) =>
                    change(line.key, { planId: event.target.value, unknown: without(line.unknown, "plan") })
                  }
                >
                  <option value="">{line.unknown.plan ? `${line.unknown.plan} ?` : t("choose")}</option>
                  {plans.map(({ id, name, price }) => (
                    <option key={id} value={id}>
                      {price ? `${name} · ${price}` : name}
                    </option>
                  ))}
                </select>
              )}
            </Cell>
            <Cell label={t("fields.user")} problem={problemOf(row, "user")}>
              {(given) => (
                <input
                  {...given}
                  className="input"
                  value={line.userName}
                  disabled={disabled}
                  autoComplete="off"
                  onChange={(event) => change(line.key, { userName: event.target.value })}
                />
              )}
            </Cell>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button with this name */}
            <label className="new-line-ported">
              <Checkbox
                checked={line.port !== null}
                disabled={disabled || (!canPort && line.port === null)}
                label={ports("ported")}
                onClick={() => change(line.key, { port: line.port ? null : emptyPort(lines) })}
              />
              <span aria-hidden>{ports("ported")}</span>
            </label>
            {line.port && (
              <NewLinePort
                port={line.port}
                problemOf={(field) => problemOf(row, field)}
                warnings={warningsOf(row)}
                disabled={disabled}
                onChange={(port) => change(line.key, { port })}
              />
            )}
            <IconButton
              label={t("remove", { row: row + 1 })}
              disabled={disabled || lines.length === 1}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              <X className="icon small" aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className="new-lines-more">
        <Button
          size="small"
          disabled={disabled || lines.length >= mostNewLines}
          onClick={() => onChange([...lines, emptyLine(nextKey, lines.at(-1))])}
        >
          <Plus className="icon small" aria-hidden /> {t("add")}
        </Button>
        <span className="quiet">{t("pasteHint")}</span>
      </div>
    </>
  );
}

/** What was pasted is forgotten once something is chosen in its place. */
function without(unknown: DraftLine["unknown"], field: "site" | "plan"): DraftLine["unknown"] {
  const { [field]: _, ...rest } = unknown;
  return rest;
}
