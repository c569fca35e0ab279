import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { InvoiceFormat } from "../contract.ts";
import { maxLines, type ReadResult, rejected } from "../invoice.ts";
import { readCii } from "./cii.ts";
import { decodeText } from "../../../../platform/decode-text.ts";
import { readUbl } from "./ubl.ts";
import { XmlNode } from "./xml-node.ts";

const ublNamespace = "urn:oasis:names:specification:ubl:schema:xsd:";
const ciiNamespace = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:";

/** The deepest of an EN 16931 invoice lie at about ten. */
const deepest = 100;
/** What may hold "<" without being a tag, or a tag whose attributes may hold ">". */
const tags = /(<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>)|<\/?([^\s/>]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/gs;
const lineNames = /^(?:[\w.-]+:)?(?:InvoiceLine|CreditNoteLine|IncludedSupplyChainTradeLineItem)$/;

/** UBL or CII, told by the root element and its namespace. */
export function readXml(
  bytes: Uint8Array,
  container: Extract<InvoiceFormat, "facturx"> | undefined,
  country: string,
): ReadResult {
  const text = decodeText(bytes);
  if (text === undefined) return rejected({ code: "encoding_unreadable" });
  // Entities of a DOCTYPE can reach files or grow without bound; invoices need none.
  if (/<!DOCTYPE/i.test(text)) return rejected({ code: "xml_forbidden_doctype" });
  const validity = XMLValidator.validate(text);
  if (validity !== true)
    return rejected({ code: "xml_malformed", row: validity.err.line, found: validity.err.msg.slice(0, 80) });
  const { depth, lines } = measure(text);
  if (depth > deepest) return rejected({ code: "too_demanding" });
  if (lines > maxLines) return rejected({ code: "too_many_lines", expected: String(maxLines) });
  const root = parse(text);
  if (!root) return rejected({ code: "xml_not_an_invoice", found: "" });
  const { name, node } = root;
  const namespaces = /<(?:[\w.-]+:)?(?:Invoice|CreditNote|CrossIndustryInvoice)\b[^>]*>/.exec(text)?.[0] ?? "";
  if ((name === "Invoice" || name === "CreditNote") && namespaces.includes(`${ublNamespace}${name}-2`))
    return readUbl(node, name, country);
  if (name === "CrossIndustryInvoice" && namespaces.includes(ciiNamespace))
    return readCii(node, container ?? "cii", country);
  return rejected({ code: "xml_not_an_invoice", found: name.slice(0, 80) });
}

/** How deep elements lie and how many lines there are, told from well-formed text before a tree is made of it. */
function measure(text: string): { depth: number; lines: number } {
  const [depths, counted] = [{ now: 0, most: 0 }, { lines: 0 }];
  for (const [tag, comment, name = ""] of text.matchAll(tags)) {
    if (comment !== undefined) continue;
    if (tag.startsWith("</")) depths.now -= 1;
    else if (lineNames.test(name)) counted.lines += 1;
    if (!tag.startsWith("</") && !tag.endsWith("/>")) depths.now += 1;
    depths.most = Math.max(depths.most, depths.now);
  }
  return { depth: depths.most, lines: counted.lines };
}

function parse(text: string): { name: string; node: XmlNode } | undefined {
  const parser = new XMLParser({
    ignoreAttributes: false,
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  const document: unknown = parser.parse(text);
  const [entry] = Object.entries(document && typeof document === "object" ? document : {});
  return entry ? { name: entry[0], node: new XmlNode(entry[1]) } : undefined;
}
