import { XMLBuilder } from "fast-xml-parser";
import type { Claim, ClaimedInvoice, ClaimedRow } from "./claim.ts";
import { cents, sumOfCents } from "./format.ts";

/** Why a status message can't be written: who says it, or to whom, is not known by its SIREN. */
export type CdarResult =
  | { readonly kind: "message"; readonly xml: Uint8Array }
  | { readonly kind: "incomplete"; readonly missing: readonly ("buyer_siren" | "supplier_siren")[] };

/**
 * The life-cycle message by which a buyer disputes one invoice on the French e-invoicing network: UN/CEFACT CDAR D22B as AFNOR XP Z12-012 uses it,
 * status 207, one detail per reason, for each row what was billed (DIV) and what is due (DVA), and the partial credit note that is asked for.
 */
export function claimCdar(claim: Claim, invoice: ClaimedInvoice): CdarResult {
  const { buyer, supplier } = claim;
  const missing = [
    ...(buyer.siren ? [] : (["buyer_siren"] as const)),
    ...(supplier.siren ? [] : (["supplier_siren"] as const)),
  ];
  if (missing.length > 0) return { kind: "incomplete", missing };
  const buying = party(buyer.siren, buyer.name, "BY");
  const message = {
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    "rsm:CrossDomainAcknowledgementAndResponse": {
      "@_xmlns:rsm": "urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100",
      "@_xmlns:ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
      "@_xmlns:udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
      "@_xmlns:qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
      "rsm:ExchangedDocumentContext": {
        "ram:BusinessProcessSpecifiedDocumentContextParameter": { "ram:ID": "REGULATED" },
        "ram:GuidelineSpecifiedDocumentContextParameter": { "ram:ID": "urn.cpro.gouv.fr:1p0:CDV:invoice" },
      },
      "rsm:ExchangedDocument": {
        "ram:ID": identifier(`${claim.reference}-${invoice.number}`),
        "ram:Name": claim.reference,
        "ram:IssueDateTime": {
          "udt:DateTimeString": { "@_format": "204", "#text": `${plainDay(claim.sentOn)}000000` },
        },
        "ram:SenderTradeParty": buying,
        "ram:IssuerTradeParty": buying,
        "ram:RecipientTradeParty": {
          ...party(supplier.siren, supplier.name, "SE"),
          "ram:URIUniversalCommunication": {
            "ram:URIID": { "@_schemeID": "0225", "#text": supplier.electronicAddress ?? supplier.siren },
          },
        },
      },
      "rsm:AcknowledgementDocument": {
        "ram:MultipleReferencesIndicator": { "udt:Indicator": "false" },
        "ram:TypeCode": "23",
        "ram:IssueDateTime": {
          "udt:DateTimeString": { "@_format": "204", "#text": `${plainDay(claim.sentOn)}000000` },
        },
        "ram:ReferenceReferencedDocument": {
          "ram:IssuerAssignedID": invoice.number,
          "ram:StatusCode": "50",
          "ram:TypeCode": "380",
          "ram:FormattedIssueDateTime": {
            "qdt:DateTimeString": { "@_format": "102", "#text": plainDay(invoice.issuedOn) },
          },
          "ram:ProcessConditionCode": "207",
          "ram:ProcessCondition": "En litige",
          "ram:IssuerTradeParty": party(supplier.siren, supplier.name, "SE"),
          "ram:SpecifiedDocumentStatus": statuses(invoice),
        },
      },
    },
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  return { kind: "message", xml: Buffer.from(builder.build(message), "utf8") };
}

/** One detail of the status for each reason, in the order in which the rows give them. */
function statuses({ rows }: ClaimedInvoice) {
  const byReason = new Map<string, ClaimedRow[]>();
  for (const row of rows) byReason.set(row.reason.code, [...(byReason.get(row.reason.code) ?? []), row]);
  return [...byReason].map(([code, some], index) => ({
    "ram:ReasonCode": code,
    "ram:Reason": some[0]?.reason.fr ?? "",
    // A credit note for a part of the invoice.
    "ram:RequestedActionCode": "CNP",
    "ram:RequestedAction": `Avoir partiel de ${decimal(sumOfCents(some.map(({ amount }) => amount)))} EUR HT`,
    "ram:SequenceNumeric": String(index + 1),
    "ram:SpecifiedDocumentCharacteristic": some.flatMap((row) => [
      characteristic(row, "DIV", row.found),
      characteristic(row, "DVA", row.expected),
    ]),
  }));
}

/** A net amount of an invoice line (BT-131), as it was billed or as it is due. */
function characteristic(row: ClaimedRow, type: "DIV" | "DVA", amount: number) {
  return {
    "ram:ID": "BT-131",
    "ram:TypeCode": type,
    "ram:Name": [row.identifier, row.label].filter(Boolean).join(" — ").slice(0, 255),
    "ram:Location": row.lineNumber,
    "ram:ValueAmount": { "@_currencyID": "EUR", "#text": decimal(amount) },
  };
}

const party = (siren: string | null, name: string, role: "BY" | "SE") => ({
  "ram:GlobalID": { "@_schemeID": "0002", "#text": siren ?? "" },
  "ram:Name": name,
  "ram:RoleCode": role,
});

/** Letters, figures, + - _ /: what the network takes as an identifier. */
const identifier = (text: string): string => text.replace(/[^A-Za-z0-9+\-_/]+/g, "-");

const plainDay = (day: string): string => day.replaceAll("-", "");

const decimal = (amount: number): string => (cents(amount) / 100).toFixed(2);
