"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { NewLineField } from "@softwhere/services/verticals/telecom/domain/new-lines";
import { rioProblem, rioText, shownRio } from "@softwhere/services/verticals/telecom/domain/rio";
import { DayInput } from "@/base/editing/day-input";
import { Cell } from "./new-line-cell";
import type { DraftPort } from "./new-lines-draft";

interface NewLinePortProps {
  readonly port: DraftPort;
  readonly problemOf: (field: NewLineField) => string | undefined;
  readonly warnings: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (port: DraftPort) => void;
}

/** What an operator needs to take a number over: of a new line, and of a port that is corrected. */
export function NewLinePort({ port, problemOf, warnings, disabled, onChange }: NewLinePortProps) {
  const t = useTranslations("telecom.deployments.newLines.fields");
  return (
    <div className="new-line-port">
      <Cell label={t("rio")} problem={problemOf("rio")}>
        {(given) => (
          <input
            {...given}
            className="input"
            value={port.rio}
            placeholder="01 E 123456 ABC"
            disabled={disabled}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ ...port, rio: event.target.value })}
            onBlur={() =>
              // As it is read once it is one; what isn't stays as typed.
              !["missing", "structure"].includes(rioProblem(port.rio, "") ?? "") &&
              onChange({ ...port, rio: shownRio(rioText(port.rio)) })
            }
          />
        )}
      </Cell>
      <Cell label={t("holder")} problem={problemOf("holder")}>
        {(given) => (
          <input
            {...given}
            className="input"
            value={port.holder}
            disabled={disabled}
            autoComplete="off"
            onChange={(event) => onChange({ ...port, holder: event.target.value })}
          />
        )}
      </Cell>
      <Cell label={t("wishedOn")} problem={problemOf("wishedOn")}>
        {(given) => (
          <DayInput
            {...given}
            value={port.wishedOn}
            disabled={disabled}
            onValue={(wishedOn) => onChange({ ...port, wishedOn })}
          />
        )}
      </Cell>
      <div className="new-line-warnings" role="status">
        {warnings.map((words) => (
          <p key={words}>
            <TriangleAlert className="icon small" aria-hidden />
            {words}
          </p>
        ))}
      </div>
    </div>
  );
}
