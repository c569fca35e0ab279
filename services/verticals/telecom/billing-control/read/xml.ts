import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { InvoiceFormat } from "../contract.ts";
import { type ReadResult, rejected } from "../invoice.ts";
import { readCii } from "./cii.ts";
import { decodeText } from "../../../../platform/decode-text.ts";
import { readUbl } from "./ubl.ts";
import { XmlNode } from "./xml-node.ts";

const ublNamespace = "urn:oasis:names:specification:ubl:schema:xsd:";
const ciiNamespace = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:";

/** UBL or CII, told by the root element and its namespace. */
export function readXml(bytes: Uint8Array, container: Extract<InvoiceFormat, "facturx"> | undefined): ReadResult {
  const text = decodeText(bytes);
  if (text === undefined) return rejected({ code: "encoding_unreadable" });
  // Entities of a DOCTYPE can reach files or grow without bound; invoices need none.
  if (/<!DOCTYPE/i.test(text)) return rejected({ code: "xml_forbidden_doctype" });
  const validity = XMLValidator.validate(text);
  if (validity !== true)
    return rejected({ code: "xml_malformed", row: validity.err.line, found: validity.err.msg.slice(0, 80) });
  const root = parse(text);
  if (!root) return rejected({ code: "xml_not_an_invoice", found: "" });
  const { name, node } = root;
  const namespaces = /<(?:[\w.-]+:)?(?:Invoice|CreditNote|CrossIndustryInvoice)\b[^>]*>/.exec(text)?.[0] ?? "";
  if ((name === "Invoice" || name === "CreditNote") && namespaces.includes(`${ublNamespace}${name}-2`))
    return readUbl(node, name);
  if (name === "CrossIndustryInvoice" && namespaces.includes(ciiNamespace)) return readCii(node, container ?? "cii");
  return rejected({ code: "xml_not_an_invoice", found: name.slice(0, 80) });
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
