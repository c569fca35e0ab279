import { type Invoice, type InvoiceLine, type ReadResult, rejected } from "../invoice.ts";
import { FieldReader, sirenOf } from "./fields.ts";
import type { XmlNode } from "./xml-node.ts";

/** UBL 2.1 Invoice and CreditNote, EN 16931 business terms. */
export function readUbl(root: XmlNode, name: "Invoice" | "CreditNote", country: string): ReadResult {
  const read = new FieldReader(country);
  const party = "AccountingSupplierParty/Party";
  const vatNumber =
    root
      .all(`${party}/PartyTaxScheme`)
      .find((scheme) => (scheme.text("TaxScheme/ID") ?? "VAT") === "VAT")
      ?.text("CompanyID") ?? null;
  const currency = read.required(root, "DocumentCurrencyCode", "BT-5");
  const lineTag = name === "Invoice" ? "InvoiceLine" : "CreditNoteLine";
  const header = period(root, read);
  const lines = root.all(lineTag).map((line, index) => readLine(line, index, name, header, read));
  const invoice: Invoice = {
    format: "ubl",
    kind: name === "CreditNote" || root.text("InvoiceTypeCode") === "381" ? "credit_note" : "invoice",
    number: read.required(root, "ID", "BT-1"),
    issuedOn: read.requiredDay(root.text("IssueDate"), "BT-2"),
    periodStart: header.start,
    periodEnd: header.end,
    currency,
    totalNet: read.requiredAmount(root.text("LegalMonetaryTotal/TaxExclusiveAmount"), "BT-109"),
    totalGross: read.amount(root.text("LegalMonetaryTotal/TaxInclusiveAmount"), "BT-112"),
    seller: {
      name:
        root.text(`${party}/PartyLegalEntity/RegistrationName`) ??
        root.text(`${party}/PartyName/Name`) ??
        read.required(root, `${party}/PartyLegalEntity/RegistrationName`, "BT-27"),
      vatNumber,
      siren: sirenOf(vatNumber, root.text(`${party}/PartyLegalEntity/CompanyID`)),
    },
    lines,
  };
  read.checkTotal(lines, read.amount(root.text("LegalMonetaryTotal/LineExtensionAmount"), "BT-106"));
  return read.problems.length > 0 ? rejected(read.problems) : { kind: "invoice", invoice };
}

function readLine(line: XmlNode, index: number, name: string, header: Period, read: FieldReader): InvoiceLine {
  const number = line.text("ID") ?? String(index + 1);
  const at = (term: string) => `${term}, ${number}`;
  const description = [line.text("Item/Name"), line.text("Item/Description")].filter(Boolean).join(" — ") || "—";
  const net = read.requiredAmount(line.text("LineExtensionAmount"), at("BT-131"));
  const quantity =
    read.amount(line.text(name === "Invoice" ? "InvoicedQuantity" : "CreditedQuantity"), at("BT-129")) ?? 10_000;
  const allowance = line
    .all("AllowanceCharge")
    .filter((entry) => entry.text("ChargeIndicator") === "false")
    .reduce((sum, entry) => sum + (read.amount(entry.text("Amount"), at("BT-136")) ?? 0), 0);
  const own = period(line, read);
  const start = own.start ?? header.start;
  return {
    lineNumber: number.slice(0, 32),
    serviceId:
      line
        .all("DocumentReference")
        .find((document) => (document.text("DocumentTypeCode") ?? "130") === "130")
        ?.text("ID")
        ?.slice(0, 64) ?? null,
    iccid: /\b89\d{16,18}\b/.exec(description)?.[0] ?? null,
    number: read.numberIn(`${description} ${line.text("Note") ?? ""}`),
    customerReference:
      (line.text("Item/BuyersItemIdentification/ID") ?? line.text("AccountingCost"))?.slice(0, 64) ?? null,
    itemCode: line.text("Item/SellersItemIdentification/ID")?.slice(0, 64) ?? null,
    description: description.slice(0, 255),
    type: null,
    quantity,
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

function period(node: XmlNode, read: FieldReader): Period {
  return {
    start: read.day(node.text("InvoicePeriod/StartDate"), "BT-73"),
    end: read.day(node.text("InvoicePeriod/EndDate"), "BT-74"),
  };
}
