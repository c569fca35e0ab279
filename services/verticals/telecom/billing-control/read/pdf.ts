import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { decodeText } from "../../../../platform/decode-text.ts";
import { type ReadResult, rejected } from "../invoice.ts";

/** Names under which the standards attach the XML, today's first: Factur-X, XRechnung in a PDF, ZUGFeRD 2.0 and 1. */
const names = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml"];
const invoiceRoot = /<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>]/;

type Extracted = { readonly kind: "xml"; readonly bytes: Uint8Array } | Extract<ReadResult, { kind: "rejected" }>;

/** The XML inside a Factur-X PDF. */
export async function extractInvoiceXml(bytes: Uint8Array): Promise<Extracted> {
  const refused = (code: "pdf_unreadable" | "pdf_without_invoice"): Extracted =>
    rejected({ code }) as Extract<ReadResult, { kind: "rejected" }>;
  // pdf.js takes the buffer over, so it gets a copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    const attachments = Object.values((await document.getAttachments()) ?? {}) as {
      filename: string;
      content: Uint8Array;
    }[];
    const named = (name: string, alike = (text: string) => text) =>
      attachments.find(({ filename }) => alike(filename) === alike(name));
    const others = attachments.filter(({ filename }) => /\.xml$/i.test(filename));
    const invoice =
      names.map((name) => named(name)).find(Boolean) ??
      names.map((name) => named(name, (text) => text.toLowerCase())).find(Boolean) ??
      others.find(({ content }) => invoiceRoot.test(decodeText(content) ?? "")) ??
      others[0];
    return invoice ? { kind: "xml", bytes: invoice.content } : refused("pdf_without_invoice");
  } catch {
    return refused("pdf_unreadable");
  } finally {
    await task.destroy();
  }
}
