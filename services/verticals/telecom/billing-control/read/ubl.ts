import type { ReadResult } from "../invoice.ts";
import { readStated } from "./e-invoice.ts";
import { FieldReader, orderLine, sirenOf } from "./fields.ts";
import { isCreditType, type Period, type StatedAllowance, type StatedLine, type StatedVat, sum } from "./stated.ts";
import type { XmlNode } from "./xml-node.ts";

const party = "AccountingSupplierParty/Party";
const totals = "LegalMonetaryTotal";

/** UBL 2.1 Invoice and CreditNote, EN 16931 business terms. */
export function readUbl(root: XmlNode, name: "Invoice" | "CreditNote", country: string): ReadResult {
  const read = new FieldReader(country);
  const amount = (path: string, term: string) => read.amount(root.text(path), term);
  const vatNumber =
    root
      .all(`${party}/PartyTaxScheme`)
      .find((scheme) => (scheme.text("TaxScheme/ID") ?? "VAT") === "VAT")
      ?.text("CompanyID") ?? null;
  const currency = read.required(root, "DocumentCurrencyCode", "BT-5");
  // The other tax total is in the currency of the seller's books.
  const taxes = root.all("TaxTotal").filter((tax) => tax.first("TaxAmount")?.attribute("currencyID") === currency);
  // XRechnung's extension: what is collected for others is to be paid as well.
  const collected = (root.text("CustomizationID") ?? "").includes(":extension:xrechnung")
    ? root.all("PrepaidPayment").map((one) => read.amount(one.text("PaidAmount"), "BT-115") ?? 0)
    : [];
  return readStated(
    {
      format: "ubl",
      credit: name === "CreditNote" || isCreditType(root.text("InvoiceTypeCode")),
      number: read.required(root, "ID", "BT-1"),
      issuedOn: read.requiredDay(root.text("IssueDate"), "BT-2"),
      currency,
      period: period(root, ["BT-73", "BT-74"], read),
      seller: {
        name:
          root.text(`${party}/PartyLegalEntity/RegistrationName`) ??
          root.text(`${party}/PartyName/Name`) ??
          read.required(root, `${party}/PartyLegalEntity/RegistrationName`, "BT-27"),
        vatNumber,
        siren: sirenOf(
          vatNumber,
          root.first(`${party}/PartyLegalEntity/CompanyID`),
          root.all(`${party}/PartyIdentification/ID`),
        ),
      },
      objects: root
        .all("AdditionalDocumentReference")
        .filter((document) => document.text("DocumentTypeCode") === "130")
        .flatMap((document) => document.text("ID") ?? []),
      accounting: root.text("AccountingCost"),
      allowances: allowances(root, "BG-20", read),
      lines: lines(root, [name === "Invoice" ? "InvoiceLine" : "CreditNoteLine"], null, read),
      vat: taxes.flatMap((tax) => tax.all("TaxSubtotal")).map((row) => readVat(row, read)),
      totals: {
        lines: amount(`${totals}/LineExtensionAmount`, "BT-106"),
        allowances: amount(`${totals}/AllowanceTotalAmount`, "BT-107"),
        charges: amount(`${totals}/ChargeTotalAmount`, "BT-108"),
        net: read.requiredAmount(root.text(`${totals}/TaxExclusiveAmount`), "BT-109"),
        vat: read.amount(taxes[0]?.text("TaxAmount") ?? null, "BT-110"),
        gross: amount(`${totals}/TaxInclusiveAmount`, "BT-112"),
        prepaid: amount(`${totals}/PrepaidAmount`, "BT-113"),
        rounding: sum([amount(`${totals}/PayableRoundingAmount`, "BT-114") ?? 0, ...collected]),
        payable: amount(`${totals}/PayableAmount`, "BT-115"),
      },
    },
    read,
  );
}

const subLines = ["SubInvoiceLine", "SubCreditNoteLine"];

/** The lines of a document, or those inside a line, each followed by those inside it. */
function lines(node: XmlNode, names: readonly string[], parent: string | null, read: FieldReader): StatedLine[] {
  return names
    .flatMap((name) => node.all(name))
    .flatMap((line, index) => {
      const stated = readLine(line, index, parent, read);
      return [stated, ...lines(line, subLines, stated.number, read)];
    });
}

function readLine(line: XmlNode, index: number, parent: string | null, read: FieldReader): StatedLine {
  const id = line.text("ID");
  // Sub-lines may be counted anew in each line.
  const anew = parent !== null && !id?.startsWith(parent);
  const number = read.lineNumber(anew ? `${parent}.${id ?? index + 1}` : id, index);
  const at = (term: string) => `${term}, ${number}`;
  const decimal = (path: string, term: string) => read.decimal(line.text(path), at(term));
  const taken = allowances(line, at("BG-27"), read);
  const ofPrice = line.all("Price/AllowanceCharge").map((entry) => ({
    charge: read.indicator(entry.text("ChargeIndicator"), at("BT-147")),
    amount: read.decimal(entry.text("Amount"), at("BT-147"))?.value ?? 0,
  }));
  return {
    number,
    parent,
    status: null,
    description: [line.text("Item/Name"), line.text("Item/Description")].filter(Boolean).join(" — ") || "—",
    notes: line.texts("Note"),
    net: read.requiredAmount(line.text("LineExtensionAmount"), at("BT-131")),
    quantity: decimal("InvoicedQuantity", "BT-129") ?? decimal("CreditedQuantity", "BT-129"),
    price: decimal("Price/PriceAmount", "BT-146"),
    priceQuantity: decimal("Price/BaseQuantity", "BT-149"),
    priceDiscount: ofPrice.reduce((sum, { charge, amount }) => sum + (charge ? -amount : amount), 0),
    allowances: taken,
    period: period(line, [at("BT-134"), at("BT-135")], read),
    itemCode: line.text("Item/SellersItemIdentification/ID") ?? line.text("Item/StandardItemIdentification/ID"),
    objects: line
      .all("DocumentReference")
      .filter((document) => (document.text("DocumentTypeCode") ?? "130") === "130")
      .flatMap((document) => document.text("ID") ?? []),
    properties: [
      ...line.all("Item/AdditionalItemProperty").map((property) => ({
        name: property.text("Name") ?? "",
        value: property.text("Value") ?? "",
      })),
      ...line.texts("Item/ItemInstance/SerialID").map((value) => ({ name: "serial", value })),
    ],
    references: [
      line.text("Item/BuyersItemIdentification/ID"),
      line.text("AccountingCost"),
      orderLine(line.text("OrderLineReference/LineID")),
    ],
  };
}

function allowances(node: XmlNode, term: string, read: FieldReader): StatedAllowance[] {
  return node.all("AllowanceCharge").map((entry) => ({
    charge: read.indicator(entry.text("ChargeIndicator"), term),
    amount: read.requiredAmount(entry.text("Amount"), term),
    reason: entry.text("AllowanceChargeReason"),
    code: entry.text("AllowanceChargeReasonCode"),
  }));
}

function readVat(row: XmlNode, read: FieldReader): StatedVat {
  const rate = row.text("TaxCategory/Percent") ?? row.text("Percent");
  return {
    base: read.amount(row.text("TaxableAmount"), "BT-116"),
    tax: read.amount(row.text("TaxAmount"), "BT-117"),
    name: [row.text("TaxCategory/ID"), rate && `${rate} %`].filter(Boolean).join(" "),
    rate: read.decimal(rate, "BT-119"),
  };
}

function period(node: XmlNode, [start, end]: [string, string], read: FieldReader): Period {
  return {
    start: read.day(node.text("InvoicePeriod/StartDate"), start),
    end: read.day(node.text("InvoicePeriod/EndDate"), end),
  };
}
