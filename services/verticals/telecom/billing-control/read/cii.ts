import type { InvoiceFormat } from "../contract.ts";
import { type Invoice, type InvoiceLine, type ReadResult, rejected } from "../invoice.ts";
import { FieldReader, sirenOf } from "./fields.ts";
import type { XmlNode } from "./xml-node.ts";

const settlement = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement";
const seller = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/SellerTradeParty";
const totals = `${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`;

/** UN/CEFACT Cross Industry Invoice D16B, EN 16931 business terms; also what Factur-X carries. */
export function readCii(root: XmlNode, format: Extract<InvoiceFormat, "cii" | "facturx">, country: string): ReadResult {
  const read = new FieldReader(country);
  const registrations = root.all(`${seller}/SpecifiedTaxRegistration/ID`);
  const vatNumber = registrations.find((id) => id.attribute("schemeID") === "VA")?.own ?? null;
  const header = period(root, `${settlement}/BillingSpecifiedPeriod`, read);
  const lines = root
    .all("SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem")
    .map((line, index) => readLine(line, index, header, read));
  const invoice: Invoice = {
    format,
    kind: root.text("ExchangedDocument/TypeCode") === "381" ? "credit_note" : "invoice",
    number: read.required(root, "ExchangedDocument/ID", "BT-1"),
    issuedOn: read.requiredDay(root.text("ExchangedDocument/IssueDateTime/DateTimeString"), "BT-2"),
    periodStart: header.start,
    periodEnd: header.end,
    currency: read.required(root, `${settlement}/InvoiceCurrencyCode`, "BT-5"),
    totalNet: read.requiredAmount(root.text(`${totals}/TaxBasisTotalAmount`), "BT-109"),
    totalGross: read.amount(root.text(`${totals}/GrandTotalAmount`), "BT-112"),
    seller: {
      name: read.required(root, `${seller}/Name`, "BT-27"),
      vatNumber,
      siren: sirenOf(vatNumber, root.text(`${seller}/SpecifiedLegalOrganization/ID`)),
    },
    lines,
  };
  read.checkTotal(lines, read.amount(root.text(`${totals}/LineTotalAmount`), "BT-106"));
  return read.problems.length > 0 ? rejected(read.problems) : { kind: "invoice", invoice };
}

function readLine(line: XmlNode, index: number, header: Period, read: FieldReader): InvoiceLine {
  const number = line.text("AssociatedDocumentLineDocument/LineID") ?? String(index + 1);
  const at = (term: string) => `${term}, ${number}`;
  const product = "SpecifiedTradeProduct";
  const lineSettlement = "SpecifiedLineTradeSettlement";
  const description =
    [line.text(`${product}/Name`), line.text(`${product}/Description`)].filter(Boolean).join(" — ") || "—";
  const net = read.requiredAmount(
    line.text(`${lineSettlement}/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount`),
    at("BT-131"),
  );
  const allowance = line
    .all(`${lineSettlement}/SpecifiedTradeAllowanceCharge`)
    .filter((entry) => entry.text("ChargeIndicator/Indicator") === "false")
    .reduce((sum, entry) => sum + (read.amount(entry.text("ActualAmount"), at("BT-136")) ?? 0), 0);
  const reference = line
    .all(`${lineSettlement}/AdditionalReferencedDocument`)
    .find((document) => document.text("TypeCode") === "130");
  const own = period(line, `${lineSettlement}/BillingSpecifiedPeriod`, read);
  const start = own.start ?? header.start;
  return {
    lineNumber: number.slice(0, 32),
    serviceId: reference?.text("IssuerAssignedID")?.slice(0, 64) ?? null,
    iccid: /\b89\d{16,18}\b/.exec(description)?.[0] ?? null,
    number: read.numberIn(`${description} ${line.text("AssociatedDocumentLineDocument/IncludedNote/Content") ?? ""}`),
    customerReference: line.text(`${product}/BuyerAssignedID`)?.slice(0, 64) ?? null,
    itemCode: line.text(`${product}/SellerAssignedID`)?.slice(0, 64) ?? null,
    description: description.slice(0, 255),
    type: null,
    quantity: read.amount(line.text("SpecifiedLineTradeDelivery/BilledQuantity"), at("BT-129")) ?? 10_000,
    gross: net + allowance,
    discount: allowance,
    net,
    periodStart: start,
    periodEnd: own.end ?? header.end,
    periodOf: own.start ? "line" : start ? "document" : null,
    level: "line",
  };
}

interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

function period(node: XmlNode, path: string, read: FieldReader): Period {
  return {
    start: read.day(node.text(`${path}/StartDateTime/DateTimeString`), "BT-73"),
    end: read.day(node.text(`${path}/EndDateTime/DateTimeString`), "BT-74"),
  };
}
