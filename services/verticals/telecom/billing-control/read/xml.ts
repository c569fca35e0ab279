import { XMLParser, XMLValidator } from "fast-xml-parser";
import { decodeText } from "../../../../platform/decode-text.ts";
import type { InvoiceFormat } from "../contract.ts";
import { maxXmlLines, type ReadResult, rejected } from "../invoice.ts";
import { readCii } from "./cii.ts";
import { readUbl } from "./ubl.ts";
import { XmlNode } from "./xml-node.ts";

const ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
/** Roots of invoices, with the namespaces in which they are ones. */
const roots = {
  Invoice: (namespace: string) => namespace === `${ubl}Invoice-2`,
  CreditNote: (namespace: string) => namespace === `${ubl}CreditNote-2`,
  CrossIndustryInvoice: (namespace: string) =>
    namespace.startsWith("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:"),
  /** ZUGFeRD 1. */
  CrossIndustryDocument: (namespace: string) => namespace.startsWith("urn:ferd:CrossIndustryDocument:invoice:"),
} as const;

/** The deepest of an EN 16931 invoice lie at about ten. */
const deepest = 100;
/** A tag; its attributes may hold ">". */
const tags = /<\/?([^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
const lineNames = /^(?:[\w.-]+:)?(?:(?:Sub)?(?:InvoiceLine|CreditNoteLine)|IncludedSupplyChainTradeLineItem)$/;

type Container = Extract<InvoiceFormat, "facturx"> | undefined;

/** Every invoice of an XML file, UBL or CII, told by elements and namespaces; alone or inside an envelope such as SBDH. */
export function readXmlDocuments(bytes: Uint8Array, container: Container, country: string): ReadResult[] {
  const text = decodeText(bytes);
  if (text === undefined) return [rejected({ code: "encoding_unreadable" })];
  // Entities of a DOCTYPE can reach files or grow without bound; invoices need none.
  if (/<!DOCTYPE/i.test(text)) return [rejected({ code: "xml_forbidden_doctype" })];
  const validity = XMLValidator.validate(text);
  if (validity !== true)
    return [rejected({ code: "xml_malformed", row: validity.err.line, found: validity.err.msg.slice(0, 80) })];
  const plain = withoutSections(text);
  const { depth, lines } = measure(plain);
  if (depth > deepest) return [rejected({ code: "too_demanding" })];
  if (lines > maxXmlLines) return [rejected({ code: "too_many_lines", expected: String(maxXmlLines) })];
  const file = parse(plain);
  const found = file.find(roots);
  if (found.length === 0) return [rejected({ code: "xml_not_an_invoice", found: (file.firstName ?? "").slice(0, 80) })];
  return found.map(({ name, node }) =>
    name === "Invoice" || name === "CreditNote"
      ? readUbl(node, name, country)
      : readCii(node, name === "CrossIndustryInvoice" ? "cii" : "zugferd1", container ?? "cii", country),
  );
}

/** Comments, declaration and instructions left out, character data written as text, so that a text is in one piece. */
function withoutSections(text: string): string {
  return text.replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>/gs, (_, data?: string) =>
    (data ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
}

/** How deep elements lie and how many lines there are, told from well-formed text before a tree is made of it. */
function measure(text: string): { depth: number; lines: number } {
  const [depths, counted] = [{ now: 0, most: 0 }, { lines: 0 }];
  for (const [tag, name = ""] of text.matchAll(tags)) {
    if (tag.startsWith("</")) depths.now -= 1;
    else if (lineNames.test(name)) counted.lines += 1;
    if (!tag.startsWith("</") && !tag.endsWith("/>")) depths.now += 1;
    depths.most = Math.max(depths.most, depths.now);
  }
  return { depth: depths.most, lines: counted.lines };
}

function parse(text: string): XmlNode {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    // Character references are read with the text.
    processEntities: false,
  });
  return new XmlNode(parser.parse(text));
}
