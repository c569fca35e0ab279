"use client";
import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EditableField } from "@/base/editing/editable-field";
import type { FieldEdit, FieldText } from "@/base/editing/field-store";
import { listText, parseList } from "@/base/editing/list-text";
import { MailLink, PhoneLink } from "@/base/format/contact-links";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { type FieldDescription, mayEdit, type RecordDescription } from "./description";
import { FileValue } from "./file-value";
import { ReferenceEditor } from "./reference-editor";
import type { Linked, RecordRow, RecordValue } from "./rows";
import { parseTyped, valueText } from "./value-text";

interface RecordFieldsProps {
  readonly description: RecordDescription;
  readonly row: RecordRow;
  /** Which of the fields; all of them without it. */
  readonly only?: (field: FieldDescription) => boolean;
}

/** The fields of a record in the model's order, each edited where it stands. Fields the reader may not see are not in the row. */
export function RecordFields({ description, row, only = () => true }: RecordFieldsProps) {
  const fields = description.fields.filter((field) => row.values[field.name] !== undefined && only(field));
  if (fields.length === 0) return null;
  return (
    <dl className="fields">
      {fields.map((field) => (
        <RecordField key={field.name} description={description} field={field} row={row} />
      ))}
    </dl>
  );
}

function RecordField({
  description,
  field,
  row,
}: {
  description: RecordDescription;
  field: FieldDescription;
  row: RecordRow;
}) {
  const format = useFormat();
  const t = useTranslations("records");
  const can = useCan();
  const [learned, setLearned] = useState<readonly Linked[]>([]);
  const value = row.values[field.name];
  const label = field.label[format.language];
  const help = field.help?.[format.language];
  if (field.type === "file") return <FileValue description={description} field={field} row={row} />;
  const isList = listEdited(field);
  const scalar = isList ? listText(value) : scalarOf(value);
  const show = (shown: FieldText) => {
    if (isList) return valueText(field, parseList(field.type, String(shown ?? "")) as RecordValue, format);
    if (field.type !== "reference") return valueText(field, shown, format);
    const linked = [...learned, ...linkedOf(value)].find((one) => one.id === shown);
    return shown === null ? "—" : linked ? valueText(field, linked, format) : "…";
  };
  const readOnly = scalar === undefined || !mayEdit(description, field, can);
  return (
    <EditableField
      type={description.type as FieldEdit["type"]}
      id={row.id}
      version={row.version}
      field={field.name}
      label={label}
      value={scalar ?? null}
      readOnly={readOnly}
      secret={field.secret}
      {...((help || isList) && {
        help: [help, isList && t(field.type === "external_id" ? "oneIdPerLine" : "onePerLine")]
          .filter(Boolean)
          .join(" "),
      })}
      display={scalar === undefined ? () => valueText(field, value, format) : show}
      {...(reaches(description.type, field) && {
        aside: (text) => typeof text === "string" && text !== "" && <Reach field={field} to={text} label={label} />,
      })}
      {...(field.format === "phone" && { note: (text) => (meantAsNumber(text) ? t("notANumber") : undefined) })}
      parse={(text) => (isList ? text || null : parseTyped(field, text))}
      {...editorProps(field, format.language, format.yesNo)}
      {...(field.type === "reference" && {
        editor: (editing) => (
          <ReferenceEditor
            {...editing}
            target={field.target ?? ""}
            required={field.required ?? false}
            accountId={accountOf(row)}
            onChosen={(linked) => setLearned([...learned, linked])}
          />
        ),
      })}
    />
  );
}

/** An address of somebody: a number of a line is none. */
const reaches = (type: string, field: FieldDescription): boolean =>
  !field.multiple && (field.type === "email" || (field.format === "phone" && type === "sw_contact"));

function Reach({ field, to, label }: { field: FieldDescription; to: string; label: string }) {
  const t = useTranslations("records");
  const Way = field.type === "email" ? MailLink : PhoneLink;
  const Icon = field.type === "email" ? Mail : Phone;
  return (
    <Way to={to} className="field-reach">
      <Icon className="icon small" aria-hidden />
      <span className="visually-hidden">{t(field.type === "email" ? "writeTo" : "call", { label })}</span>
    </Way>
  );
}

function editorProps(field: FieldDescription, language: "fr" | "en", yesNo: (value: boolean) => string) {
  if (listEdited(field)) return { kind: "multiline" as const };
  const empty = field.required ? [] : [{ value: "", label: "—" }];
  if (field.options)
    return {
      kind: "choice" as const,
      choices: [...empty, ...field.options.map((option) => ({ value: option.value, label: option.label[language] }))],
    };
  if (field.type === "boolean")
    return {
      kind: "choice" as const,
      choices: [...empty, ...[true, false].map((value) => ({ value: String(value), label: yesNo(value) }))],
    };
  if (field.type === "date") return { kind: "date" as const };
  if (field.type === "text") return { kind: "multiline" as const };
  if (field.type === "integer" || field.type === "decimal") return { inputMode: "decimal" as const };
  return field.type === "email" ? { inputMode: "email" as const } : {};
}

/** More figures than letters and yet no number: the backend would have stored its international form. */
function meantAsNumber(text: FieldText): boolean {
  if (typeof text !== "string" || /^(\+\d+|\d{2,6})$/.test(text)) return false;
  return text.replace(/\D/g, "").length > text.replace(/\P{L}/gu, "").length;
}

/** Lists of texts and identifiers are edited as lines; lists of references and of the site's own fields are shown only. */
function listEdited(field: FieldDescription): boolean {
  return (
    field.multiple === true &&
    !field.ofSite &&
    (field.type === "external_id" || (field.type === "string" && !field.options))
  );
}

/** Undefined where the value is a list. */
function scalarOf(value: RecordValue | undefined): FieldText | undefined {
  if (value === undefined || Array.isArray(value)) return undefined;
  if (typeof value === "object" && value !== null) return "id" in value ? value.id : undefined;
  return value as FieldText;
}

function linkedOf(value: RecordValue | undefined): Linked[] {
  return typeof value === "object" && value !== null && "id" in value ? [value] : [];
}

/** References of an account's record lead to the same account's. */
function accountOf(row: RecordRow): string | undefined {
  return linkedOf(row.values["account"])[0]?.id;
}
