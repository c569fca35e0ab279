import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { businessDay } from "../../../platform/day.ts";
import { billedItems } from "./billed-items.ts";
import { followLine } from "./line-changes.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import {
  type Completion,
  type CompletionContext,
  column,
  type Draft,
  type ImportKind,
  type ImportOperation,
  newRow,
  type RowProblem,
  text,
  type Values,
} from "../../../base/data-import/index.ts";

const lines: ImportKind = {
  type: "sw_line",
  writes: ["sw_line", "sw_park", "sw_sim", "sw_line_term"],
  columns: [
    // A line names its park by what makes it one: whose, what and which operator's.
    column("sw_park", "account", {
      synonyms: "client codeclient idclient nomclient societe raisonsociale softwhereid idsoftwhere customer",
    }),
    column("sw_park", "kind", { synonyms: "typeparc parc typeligne nature park linetype" }),
    column("sw_park", "operator", { synonyms: "fournisseur reseau carrier supplier" }),
    column("sw_line", "number", {
      rule: "phone-or-text",
      synonyms: "ligne numeroligne msisdn nd telephone numerotelephone mobile numerodappel phonenumber linenumber",
    }),
    column("sw_line", "user_name", { synonyms: "collaborateur beneficiaire nomutilisateur salarie username" }),
    column("sw_line", "plan", { synonyms: "abonnement offre codeforfait codeoffre tarif" }),
    column("sw_line", "status", { synonyms: "etat etatligne" }),
    column("sw_line", "service_id", { synonyms: "idservice identifiantservice referenceservice" }),
    column("sw_line", "site", { synonyms: "agence nomsite sitename" }),
    column("sw_line", "billing_site", { synonyms: "sitefacturation facturation" }),
    column("sw_line", "activated_on", { synonyms: "dateactivation miseenservice datemiseenservice activation" }),
    column("sw_line", "end_date", { synonyms: "dateresiliation resiliation" }),
    column("sw_line", "sell_price", { synonyms: "prixvente tarifvente vente pvht pv" }),
    column("sw_line", "buy_price", { synonyms: "prixachat tarifachat achat paht pa" }),
    column("sw_line", "price_reason"),
    column("sw_line", "commitment_end", { synonyms: "finengagement engagement dateengagement" }),
    column("sw_line", "supplier_commitment_end", { synonyms: "finengagementfournisseur finengagementoperateur" }),
    column("sw_sim", "iccid", { rule: "iccid", required: false, synonyms: "sim cartesim numerosim simcard" }),
    column("sw_line", "external_ids", { synonyms: "idapi idexterne" }),
    column("sw_line", "comment", { synonyms: "commentaire commentaires remarque notes" }),
  ],
  keyColumn: "number",
  key: ({ park, number }) => (park && number ? `${text(park)}/${text(number)}` : undefined),
  accountPath: "park.account",
  distinct: ["number"],
  label: ({ number }) => text(number),
  complete: completeLines,
};

interface Park {
  readonly id: string;
  readonly site: string | null;
}

/** The park of each line, new where the account has none of this kind and operator; its card and its first plan period. */
async function completeLines({
  backend,
  brandId,
  accountIds,
  timeZone,
}: CompletionContext): Promise<(draft: Draft) => Completion> {
  const parks = await loadParks(backend, accountIds);
  const cards = await loadCards(backend, accountIds);
  const today = businessDay(new Date(), timeZone);
  return ({ row, values }) => {
    const key = `${text(values["account"])}/${text(values["kind"])}/${text(values["operator"])}`;
    const known = choosePark(parks.get(key) ?? [], text(values["site"]));
    const park = known ?? deterministicUuid(`import/${brandId}/sw_park/${key}`);
    const { account = null, kind = null, operator = null } = values;
    const iccid = text(values["iccid"]);
    const problems: RowProblem[] = [];
    const holder = iccid ? cards.get(iccid) : undefined;
    if (holder && holder.number !== text(values["number"])) {
      problems.push({
        column: "iccid",
        code: holder.row === undefined ? "taken" : "duplicate_in_file",
        severity: "refused",
        found: iccid,
        ...(holder.row === undefined ? { expected: holder.number } : { other: holder.row }),
        suggestions: [{ value: "" }],
      });
    } else if (iccid && !holder) cards.set(iccid, { number: text(values["number"]), row });
    return {
      values: { ...values, park },
      problems,
      shared: known ? [] : [{ key, operation: newRow("sw_park", park, { account, kind, operator }) }],
      extra: (lineId) => [
        ...firstPeriod(lineId, { values, brandId, today }),
        ...(iccid !== "" && !holder ? [cardOf(lineId, { values, brandId })] : []),
      ],
      follow: (there) => {
        const { status = there.values["status"] ?? null } = values;
        const card = iccid !== "" && !holder ? cardOf(there.id, { values: { ...values, status }, brandId }) : undefined;
        return followLine(there, { values, today, card });
      },
    };
  };
}

/** Billing control reads the invoiced plan in the periods. */
function firstPeriod(
  line: string,
  { values, brandId, today }: { values: Values; brandId: string; today: string },
): ImportOperation[] {
  const { plan, end_date: until = null, status } = values;
  const runs = status === "active" || status === "suspended";
  const from = values["activated_on"] ?? (runs ? today : undefined);
  if (!plan || !from) return [];
  return [
    newRow("sw_line_term", deterministicUuid(`import/${brandId}/sw_line_term/${line}`), {
      line,
      plan,
      valid_from: from,
      applied: true,
      ...(status === "terminated" && until ? { valid_to: until } : {}),
    }),
  ];
}

function cardOf(line: string, { values, brandId }: { values: Values; brandId: string }): ImportOperation {
  const { account = null, operator = null, status } = values;
  const iccid = text(values["iccid"]);
  return newRow("sw_sim", deterministicUuid(`import/${brandId}/sw_sim/${iccid}`), {
    account,
    operator,
    line,
    iccid,
    status: status === "terminated" ? "retired" : "active",
  });
}

/** The account's parks of one kind and operator: that of the line's site, else the one without a site, else the only one. */
function choosePark(parks: readonly Park[], site: string): string | undefined {
  return (
    parks.find((park) => park.site !== null && park.site === site) ??
    parks.find((park) => park.site === null) ??
    (parks.length === 1 ? parks[0] : undefined)
  )?.id;
}

async function loadParks(backend: BackendClient, accountIds: readonly string[]): Promise<Map<string, Park[]>> {
  const found = new Map<string, Park[]>();
  for (const some of inParts(accountIds)) {
    const rows = await backend.listAll("sw_park", () =>
      new DrupalJsonApiParams()
        .addFields("sw_park--sw_park", ["account", "site", "kind", "operator"])
        .addFilter("account.id", some, "IN"),
    );
    for (const { id, account, site, kind, operator } of rows) {
      const key = `${account?.id}/${kind}/${operator?.id}`;
      found.set(key, [...(found.get(key) ?? []), { id, site: site?.id ?? null }]);
    }
  }
  return found;
}

interface Holder {
  readonly number: string;
  /** Set where the file itself gave the card to that number. */
  readonly row?: number;
}

async function loadCards(backend: BackendClient, accountIds: readonly string[]): Promise<Map<string, Holder>> {
  const cards = new Map<string, Holder>();
  for (const some of inParts(accountIds)) {
    const rows = await backend.listAll("sw_sim", () =>
      new DrupalJsonApiParams()
        .addFields("sw_sim--sw_sim", ["iccid", "line"])
        .addFields("sw_line--sw_line", ["number"])
        .addInclude(["line"])
        .addFilter("account.id", some, "IN"),
    );
    for (const { iccid, line } of rows) if (iccid) cards.set(iccid, { number: line?.number ?? "—" });
  }
  return cards;
}

function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let start = 0; start < ids.length; start += 60) parts.push(ids.slice(start, start + 60));
  return parts;
}

const prices: ImportKind = {
  type: "sw_price",
  writes: ["sw_price"],
  columns: [
    column("sw_price", "item", { synonyms: "code codearticle forfait option codeforfait plan reference" }),
    column("sw_price", "direction", { synonyms: "type achatvente" }),
    column("sw_price", "gross", { synonyms: "prixbrut tarif prix price montant" }),
    column("sw_price", "discount", { synonyms: "rabais" }),
    column("sw_price", "net", { synonyms: "prixnet netht" }),
    column("sw_price", "billing_period", {
      synonyms: "frequence recurrence periodicitefacturation frequencefacturation billingfrequency frequency interval",
      words: {
        month: ["mensuelle", "mois", "par mois", "/ mois", "month", "per month"],
        quarter: ["trimestrielle", "trimestre", "par trimestre", "/ trimestre", "quarter", "per quarter"],
        year: ["annuelle", "an", "année", "par an", "/ an", "year", "per year", "annual"],
      },
    }),
    column("sw_price", "currency", { rule: "currency" }),
    column("sw_price", "valid_from", { synonyms: "debut datedebut du depuis dateeffet from start" }),
    column("sw_price", "valid_to", { synonyms: "fin datefin au to end" }),
    column("sw_price", "source", { synonyms: "avenant contrat" }),
  ],
  keyColumn: "valid_from",
  key: ({ item, direction, valid_from: from }) =>
    item && direction && from ? `${text(item)}/${text(direction)}/${text(from)}` : undefined,
  distinct: [],
  label: ({ direction, valid_from: from }) => `${text(direction)} ${text(from)}`.trim(),
};

/** What telecom adds to what can be imported. */
export const telecomKinds: readonly ImportKind[] = [lines, prices, billedItems];
