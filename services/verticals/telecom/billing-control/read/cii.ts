import type { InvoiceFormat } from "../contract.ts";
import type { ReadResult } from "../invoice.ts";
import { readStated } from "./e-invoice.ts";
import { type Decimal, FieldReader, orderLine, sirenOf } from "./fields.ts";
import { isCreditType, type Period, type StatedAllowance, type StatedLine, type StatedVat } from "./stated.ts";
import type { XmlNode } from "./xml-node.ts";

/** What elements are called in Cross Industry Invoices since D16B and in ZUGFeRD 1. */
const names = {
  cii: {
    document: "ExchangedDocument",
    transaction: "SupplyChainTradeTransaction",
    agreement: "ApplicableHeaderTradeAgreement",
    settlement: "ApplicableHeaderTradeSettlement",
    summation: "SpecifiedTradeSettlementHeaderMonetarySummation",
    lineAgreement: "SpecifiedLineTradeAgreement",
    lineDelivery: "SpecifiedLineTradeDelivery",
    lineSettlement: "SpecifiedLineTradeSettlement",
    lineSummation: "SpecifiedTradeSettlementLineMonetarySummation",
    referenceId: "IssuerAssignedID",
    rate: "RateApplicablePercent",
  },
  zugferd1: {
    document: "HeaderExchangedDocument",
    transaction: "SpecifiedSupplyChainTradeTransaction",
    agreement: "ApplicableSupplyChainTradeAgreement",
    settlement: "ApplicableSupplyChainTradeSettlement",
    summation: "SpecifiedTradeSettlementMonetarySummation",
    lineAgreement: "SpecifiedSupplyChainTradeAgreement",
    lineDelivery: "SpecifiedSupplyChainTradeDelivery",
    lineSettlement: "SpecifiedSupplyChainTradeSettlement",
    lineSummation: "SpecifiedTradeSettlementMonetarySummation",
    referenceId: "ID",
    rate: "ApplicablePercent",
  },
} as const;

type Names = (typeof names)[keyof typeof names];

/** UN/CEFACT Cross Industry Invoice, EN 16931 business terms and what EXTENDED adds; also what Factur-X and ZUGFeRD carry. */
export function readCii(
  root: XmlNode,
  syntax: keyof typeof names,
  format: Extract<InvoiceFormat, "cii" | "facturx">,
  country: string,
): ReadResult {
  const read = new FieldReader(country);
  const of = names[syntax];
  const settlement = `${of.transaction}/${of.settlement}`;
  const agreement = `${of.transaction}/${of.agreement}`;
  const seller = `${agreement}/SellerTradeParty`;
  const vatNumber =
    root.all(`${seller}/SpecifiedTaxRegistration/ID`).find((id) => id.attribute("schemeID") === "VA")?.own ?? null;
  const currency = read.required(root, `${settlement}/InvoiceCurrencyCode`, "BT-5");
  const amount = (name: string, term: string) => read.amount(root.text(`${settlement}/${of.summation}/${name}`), term);
  const [taken, added] = [amount("AllowanceTotalAmount", "BT-107"), amount("ChargeTotalAmount", "BT-108")];
  const stated = [
    ...allowances(root, `${settlement}/SpecifiedTradeAllowanceCharge`, "BG-20", read),
    ...root.all(`${settlement}/SpecifiedLogisticsServiceCharge`).map((charge) => ({
      charge: true,
      amount: read.requiredAmount(charge.text("AppliedAmount"), "BG-21"),
      reason: charge.text("Description"),
      code: null,
    })),
  ];
  // The BASIC profile of ZUGFeRD 1 has the totals alone.
  const wholes = [taken, added].flatMap((whole, index) =>
    whole ? [{ charge: index === 1, amount: whole, reason: null, code: null }] : [],
  );
  return readStated(
    {
      format,
      credit: isCreditType(root.text(`${of.document}/TypeCode`)),
      number: read.required(root, `${of.document}/ID`, "BT-1"),
      issuedOn: read.requiredDay(date(root, `${of.document}/IssueDateTime`), "BT-2"),
      currency,
      period: period(root, `${settlement}/BillingSpecifiedPeriod`, ["BT-73", "BT-74"], read),
      seller: {
        name: read.required(root, `${seller}/Name`, "BT-27"),
        vatNumber,
        siren: sirenOf(
          vatNumber,
          root.first(`${seller}/SpecifiedLegalOrganization/ID`),
          root.all(`${seller}/GlobalID`),
        ),
      },
      objects: referenced(root, `${agreement}/AdditionalReferencedDocument`, of),
      accounting: root.text(`${settlement}/ReceivableSpecifiedTradeAccountingAccount/ID`),
      allowances: syntax === "zugferd1" && stated.length === 0 ? wholes : stated,
      lines: root
        .all(`${of.transaction}/IncludedSupplyChainTradeLineItem`)
        .flatMap((line, index) => readLine(line, index, of, read) ?? []),
      vat: root.all(`${settlement}/ApplicableTradeTax`).map((row) => readVat(row, of, read)),
      totals: {
        lines: amount("LineTotalAmount", "BT-106"),
        allowances: taken,
        charges: added,
        net: read.requiredAmount(root.text(`${settlement}/${of.summation}/TaxBasisTotalAmount`), "BT-109"),
        vat: read.amount(taxTotal(root, `${settlement}/${of.summation}/TaxTotalAmount`, currency), "BT-110"),
        gross: amount("GrandTotalAmount", "BT-112"),
        prepaid: amount("TotalPrepaidAmount", "BT-113"),
        rounding: amount("RoundingAmount", "BT-114"),
        payable: amount("DuePayableAmount", "BT-115"),
      },
    },
    read,
  );
}

/** Undefined where the line is a text alone. */
function readLine(line: XmlNode, index: number, of: Names, read: FieldReader): StatedLine | undefined {
  const document = "AssociatedDocumentLineDocument";
  const number = read.lineNumber(line.text(`${document}/LineID`), index);
  const at = (term: string) => `${term}, ${number}`;
  const decimal = (path: string, term: string) => read.decimal(line.text(path), at(term));
  const net = line.text(`${of.lineSettlement}/${of.lineSummation}/LineTotalAmount`);
  const quantity = decimal(`${of.lineDelivery}/BilledQuantity`, "BT-129");
  const price = decimal(`${of.lineAgreement}/NetPriceProductTradePrice/ChargeAmount`, "BT-146");
  const status = statusOf(line.text(`${document}/LineStatusReasonCode`));
  const ownPeriod = `${of.lineSettlement}/BillingSpecifiedPeriod`;
  const amountless = net === null && (status === "information" || status === "group" || (!quantity && !price));
  if (amountless && status !== "group") return undefined;
  const product = "SpecifiedTradeProduct";
  const order = `${of.lineAgreement}/BuyerOrderReferencedDocument`;
  return {
    number,
    parent: line.text(`${document}/ParentLineID`),
    status,
    description: [line.text(`${product}/Name`), line.text(`${product}/Description`)].filter(Boolean).join(" — ") || "—",
    notes: line.texts(`${document}/IncludedNote/Content`),
    net: amountless ? null : read.requiredAmount(net, at("BT-131")),
    quantity,
    price,
    // Of the gross price it may be another one, which quantity and net price know nothing of.
    priceQuantity: decimal(`${of.lineAgreement}/NetPriceProductTradePrice/BasisQuantity`, "BT-149"),
    priceDiscount: priceDiscount(line, of, price, at, read),
    allowances: allowances(line, `${of.lineSettlement}/SpecifiedTradeAllowanceCharge`, at("BG-27"), read),
    period: period(line, ownPeriod, [at("BT-134"), at("BT-135")], read),
    itemCode: line.text(`${product}/SellerAssignedID`) ?? line.text(`${product}/GlobalID`),
    objects: [
      ...referenced(line, `${of.lineSettlement}/AdditionalReferencedDocument`, of, "130"),
      ...referenced(line, `${of.lineAgreement}/AdditionalReferencedDocument`, of),
    ],
    properties: [
      ...line.all(`${product}/ApplicableProductCharacteristic`).map((property) => ({
        name: property.text("Description") ?? "",
        value: property.text("Value") ?? property.text("ValueMeasure") ?? "",
      })),
      ...line.texts(`${product}/IndividualTradeProductInstance/SerialID`).map((value) => ({ name: "serial", value })),
    ],
    references: [
      line.text(`${product}/BuyerAssignedID`),
      line.text(`${of.lineSettlement}/ReceivableSpecifiedTradeAccountingAccount/ID`),
      line.text(`${order}/${of.referenceId}`),
      orderLine(line.text(`${order}/LineID`)),
    ],
  };
}

/** What says nothing counts, also below another line. */
function statusOf(code: string | null): "detail" | "group" | "information" {
  const status = code?.toLowerCase();
  return status === "group" || status === "information" ? status : "detail";
}

/** What is stated, else what the gross price is more than the net one. */
function priceDiscount(
  line: XmlNode,
  { lineAgreement }: Names,
  price: Decimal | null,
  at: (term: string) => string,
  read: FieldReader,
): number {
  const gross = line.first(`${lineAgreement}/GrossPriceProductTradePrice`);
  if (!gross) return 0;
  const stated = gross.all("AppliedTradeAllowanceCharge").map((entry) => {
    const amount = read.decimal(entry.text("ActualAmount"), at("BT-147"))?.value ?? 0;
    return entry.text("ChargeIndicator/Indicator") === "true" ? -amount : amount;
  });
  if (stated.length > 0) return stated.reduce((sum, amount) => sum + amount, 0);
  const before = read.decimal(gross.text("ChargeAmount"), at("BT-148"))?.value;
  return before === undefined || price === null ? 0 : Math.max(0, before - price.value);
}

function allowances(node: XmlNode, path: string, term: string, read: FieldReader): StatedAllowance[] {
  return node.all(path).map((entry) => ({
    charge: read.indicator(entry.text("ChargeIndicator/Indicator"), term),
    amount: read.requiredAmount(entry.text("ActualAmount"), term),
    reason: entry.text("Reason"),
    code: entry.text("ReasonCode"),
  }));
}

function readVat(row: XmlNode, of: Names, read: FieldReader): StatedVat {
  const rate = row.text(of.rate);
  return {
    base: read.amount(row.text("BasisAmount"), "BT-116"),
    tax: read.amount(row.text("CalculatedAmount"), "BT-117"),
    name: [row.text("CategoryCode"), rate && `${rate} %`].filter(Boolean).join(" "),
    rate: read.decimal(rate, "BT-119"),
  };
}

/** In the invoice's currency; another is in that of the seller's books. */
function taxTotal(root: XmlNode, path: string, currency: string): string | null {
  const totals = root.all(path);
  const own = totals.find((total) => (total.attribute("currencyID") ?? currency) === currency);
  return own?.own ?? null;
}

/** Identifiers of the objects that are billed; `usual` is the type of a document that says none. */
function referenced(node: XmlNode, path: string, of: Names, usual?: "130"): string[] {
  return node
    .all(path)
    .filter((document) => (document.text("TypeCode") ?? usual) === "130")
    .flatMap((document) => document.text(of.referenceId) ?? []);
}

function period(node: XmlNode, path: string, [start, end]: [string, string], read: FieldReader): Period {
  return {
    start: read.day(date(node, `${path}/StartDateTime`), start),
    end: read.day(date(node, `${path}/EndDateTime`), end),
  };
}

const date = (node: XmlNode, path: string): string | null =>
  node.text(`${path}/DateTimeString`) ?? node.text(`${path}/DateTime`);
