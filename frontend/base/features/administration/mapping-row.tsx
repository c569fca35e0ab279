"use client";
import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/ui/checkbox";
import type { MappingResult, UnmappedSite } from "./mapping-dialog";

export interface Choice {
  /** Empty: the site is not mapped. */
  readonly customer: string;
  readonly shared: boolean;
}

interface MappingRowProps {
  readonly site: UnmappedSite;
  readonly choice: Choice;
  /** The other billing site that has the chosen customer, or is about to. */
  readonly takenBy: string | null;
  readonly result: MappingResult | undefined;
  readonly onChoose: (choice: Choice) => void;
}

const tones = { sure: "tag good", likely: "tag note", possible: "tag" } as const;

/** A billing site with who it may be, how sure that is and by what. */
export function MappingRow({ site, choice, takenBy, result, onChoose }: MappingRowProps) {
  const t = useTranslations("administration.connections.mapping");
  const locale = useLocale();
  const { name, account, proposals, elsewhere } = site;
  const chosen = proposals.find(({ customer }) => customer.id === choice.customer);
  const shown = chosen ?? proposals[0];
  const reasons = (by: readonly (typeof proposals)[number]["by"][number][]) =>
    t("by", { reasons: new Intl.ListFormat(locale).format(by.map((one) => t(one))) });
  const problem =
    result && result.kind !== "mapped"
      ? result.kind === "taken"
        ? t("takenResult", { site: result.detail ?? "" })
        : (result.kind === "refused" && result.detail) || t(result.kind)
      : null;
  return (
    <li className="mapping" aria-label={name}>
      <div>
        <b>{name}</b>
        <small className="quiet">{account.name}</small>
        {elsewhere && <small className="quiet">{t("elsewhere", { system: elsewhere })}</small>}
      </div>
      {shown ? (
        <div>
          <select
            className="select"
            aria-label={t("choose", { site: name })}
            value={choice.customer}
            onChange={(event) => onChoose({ customer: event.target.value, shared: false })}
          >
            <option value="">{t("nobody")}</option>
            {proposals.map(({ customer, sureness }) => (
              <option key={customer.id} value={customer.id}>
                {`${customer.name} (${customer.id}) · ${t(sureness)}`}
              </option>
            ))}
          </select>
          <small className="mapping-why">
            <span className={tones[shown.sureness]}>{t(shown.sureness)}</span> {reasons(shown.by)}
          </small>
          {takenBy !== null && (
            <div className="mapping-taken">
              <span className="tag warn">{t("taken", { site: takenBy })}</span>
              <span className="mapping-shared">
                <Checkbox
                  checked={choice.shared}
                  label={t("shared")}
                  onClick={() => onChoose({ ...choice, shared: !choice.shared })}
                />
                <span aria-hidden>{t("shared")}</span>
              </span>
            </div>
          )}
        </div>
      ) : (
        <p className="quiet">{t("none")}</p>
      )}
      {problem && (
        <p className="field-reason" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
