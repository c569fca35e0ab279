import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type ReadResult, rejected } from "../invoice.ts";

/** Names under which the Factur-X and ZUGFeRD standards attach the XML. */
const names = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i;

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
    const invoice =
      attachments.find(({ filename }) => names.test(filename)) ??
      attachments.find(({ filename }) => /\.xml$/i.test(filename));
    return invoice ? { kind: "xml", bytes: invoice.content } : refused("pdf_without_invoice");
  } catch {
    return refused("pdf_unreadable");
  } finally {
    await task.destroy();
  }
}
