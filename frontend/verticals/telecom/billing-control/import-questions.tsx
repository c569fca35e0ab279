"use client";
import type {
  TableAnswer,
  TableField,
  TableQuestion,
  TableView,
} from "@softwhere/services/verticals/telecom/billing-control/read/table/contract";
import { DayInput } from "@/base/editing/day-input";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";

interface Props {
  readonly view: TableView;
  readonly answer: TableAnswer | undefined;
  readonly onAnswer: (patch: Partial<TableAnswer>) => void;
  readonly onField: (column: number, field: TableField | null) => void;
}

/** What only a person can say, one card each; what they said stays, to be said otherwise. */
export function ColumnQuestions({ view, answer, onAnswer, onField }: Props) {
  const t = useTranslations("telecom.import.columns");
  const { questions } = view;
  if (questions.length === 0 && !answer) return null;
  return (
    <ol className="columns-questions" aria-label={t("questions")}>
      <Answered answer={answer} onAnswer={onAnswer} />
      {questions.map((question, at) => (
        <Card key={keyOf(question)} label={t("question", { number: at + 1, count: questions.length })}>
          <Question question={question} view={view} answer={answer} onAnswer={onAnswer} onField={onField} />
        </Card>
      ))}
    </ol>
  );
}

const keyOf = (question: TableQuestion): string =>
  question.kind === "cell"
    ? `cell/${question.row}/${question.column}`
    : question.kind === "column"
      ? `column/${question.column}/${question.field}`
      : question.kind === "missing"
        ? `missing/${question.field}`
        : question.kind;

function Card({ label, done = false, children }: { label: string; done?: boolean; children: ReactNode }) {
  return (
    <li className={done ? "done" : ""}>
      <span className="quiet columns-question-mark">
        {done && <Check className="icon small" aria-hidden />}
        {label}
      </span>
      {children}
    </li>
  );
}

function Answered({ answer, onAnswer }: Pick<Props, "answer" | "onAnswer">) {
  const t = useTranslations("telecom.import.columns");
  const format = useFormat();
  const given: { key: string; text: string; undo: Partial<TableAnswer> }[] = [];
  if (answer?.invoiceNumber !== undefined)
    given.push({
      key: "number",
      text: t("said.invoice_number", { number: answer.invoiceNumber }),
      undo: { invoiceNumber: undefined },
    });
  if (answer?.issuedOn !== undefined)
    given.push({
      key: "issuedOn",
      text: t("said.issued_on", { day: format.day(answer.issuedOn) }),
      undo: { issuedOn: undefined },
    });
  if (answer?.discountInNet !== undefined)
    given.push({
      key: "discount",
      text: t(answer.discountInNet ? "said.discountIn" : "said.discountOut"),
      undo: { discountInNet: undefined },
    });
  for (const { row, column, text } of answer?.corrections ?? [])
    given.push({
      key: `cell/${row}/${column}`,
      text: t("said.cell", { row, text }),
      undo: { corrections: answer?.corrections?.filter((one) => one.row !== row || one.column !== column) },
    });
  for (const row of answer?.without ?? [])
    given.push({
      key: `without/${row}`,
      text: t("said.without", { row }),
      undo: { without: answer?.without?.filter((one) => one !== row) },
    });
  return given.map(({ key, text, undo }) => (
    <Card key={key} done label={t("answered")}>
      <p>{text}</p>
      <div className="columns-answers">
        <Button size="small" onClick={() => onAnswer(undo)}>
          {t("change")}
        </Button>
      </div>
    </Card>
  ));
}

function Question({ question, view, answer, onAnswer, onField }: Props & { question: TableQuestion }) {
  const t = useTranslations("telecom.import.columns");
  const nameOf = (column: number) => view.columns[column]?.name || t("unnamed", { number: column + 1 });
  switch (question.kind) {
    case "invoice_number":
      return (
        <TextAnswer
          text={t("ask.invoice_number")}
          hint={question.suggestion ? t("ask.fromName") : t("ask.notInFile")}
          suggestion={question.suggestion ?? ""}
          onSay={(invoiceNumber) => onAnswer({ invoiceNumber })}
        />
      );
    case "issued_on":
      return (
        <TextAnswer
          date
          text={t("ask.issued_on")}
          hint={t("ask.notInFile")}
          suggestion={question.suggestion ?? ""}
          onSay={(issuedOn) => onAnswer({ issuedOn })}
        />
      );
    case "column":
      return (
        <>
          <p>{t("ask.column", { column: nameOf(question.column), field: t(`fields.${question.field}`) })}</p>
          <small>{view.columns[question.column]?.samples.join(" · ")}</small>
          <div className="columns-answers">
            <Button size="small" onClick={() => onField(question.column, question.field)}>
              {t("yes")}
            </Button>
            <Button size="small" onClick={() => onField(question.column, null)}>
              {t("no")}
            </Button>
          </div>
        </>
      );
    case "missing":
      return (
        <>
          <p>{t(`ask.missing.${question.field}`)}</p>
          <small>{t("ask.chooseColumn")}</small>
          <div className="columns-answers">
            <select
              className="select"
              aria-label={t(`ask.missing.${question.field}`)}
              value=""
              onChange={(event) =>
                onField(Number(event.target.value), question.field === "net" ? "net" : "description")
              }
            >
              <option value="">—</option>
              {view.columns.map((column, at) => (
                <option key={`${at}/${column.name}`} value={at}>
                  {nameOf(at)}
                </option>
              ))}
            </select>
          </div>
        </>
      );
    case "discount_in_net":
      return (
        <>
          <p>{t("ask.discount")}</p>
          <small>{t("ask.discountFits", { fits: question.fits, rows: question.rows })}</small>
          <div className="columns-answers">
            <Button size="small" onClick={() => onAnswer({ discountInNet: true })}>
              {t("ask.discountIn")}
            </Button>
            <Button size="small" onClick={() => onAnswer({ discountInNet: false })}>
              {t("ask.discountOut")}
            </Button>
          </div>
        </>
      );
    case "cell": {
      const { row, column, found, suggestion } = question;
      const correct = (text: string) =>
        onAnswer({ corrections: [...(answer?.corrections ?? []), { row, column, text }] });
      const leave = (
        <Button size="small" onClick={() => onAnswer({ without: [...(answer?.without ?? []), row] })}>
          {t("ask.leaveOut")}
        </Button>
      );
      if (suggestion === null)
        return (
          <TextAnswer
            text={t("ask.cellMeant", { found })}
            hint={t("ask.cellAt", { row, column: nameOf(column) })}
            suggestion=""
            onSay={correct}
          >
            {leave}
          </TextAnswer>
        );
      return (
        <>
          <p>{t("ask.cell", { found, suggestion })}</p>
          <small>{t("ask.cellAt", { row, column: nameOf(column) })}</small>
          <div className="columns-answers">
            <Button size="small" onClick={() => correct(suggestion)}>
              {t("ask.cellYes", { suggestion })}
            </Button>
            {leave}
          </div>
        </>
      );
    }
    default:
      return null;
  }
}

function TextAnswer({
  text,
  hint,
  suggestion,
  date = false,
  onSay,
  children,
}: {
  text: string;
  hint: string;
  suggestion: string;
  date?: boolean;
  onSay: (text: string) => void;
  children?: ReactNode;
}) {
  const t = useTranslations("telecom.import.columns");
  const [value, setValue] = useState(suggestion);
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "") onSay(value.trim());
  };
  return (
    <form onSubmit={say}>
      <p>{text}</p>
      <small>{hint}</small>
      <div className="columns-answers">
        {date ? (
          <DayInput aria-label={text} value={value} onValue={(day, isDay) => setValue(isDay ? day : "")} />
        ) : (
          <input
            className="input"
            aria-label={text}
            value={value}
            maxLength={64}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
        <Button size="small" type="submit" disabled={value.trim() === ""}>
          {t("say")}
        </Button>
        {children}
      </div>
    </form>
  );
}
