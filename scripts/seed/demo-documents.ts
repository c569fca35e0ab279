import type { DemoBrand } from "./demo-accounts.ts";

export interface DemoDocument {
  readonly key: string;
  readonly title: string;
  readonly kind: "contract" | "quote" | "other";
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** A few papers of one customer, small and invented. */
export function demoDocuments(brand: DemoBrand, customer: string): DemoDocument[] {
  return [
    {
      key: "contract",
      title: "Contrat cadre",
      kind: "contract",
      fileName: "contrat-cadre.pdf",
      content: pdf([
        `${brand.name} - Contrat cadre`,
        `Client : ${customer}`,
        "Objet : fourniture de services de telephonie mobile et fixe.",
        "Duree : 36 mois a compter de la signature.",
      ]),
    },
    {
      key: "prices",
      title: "Annexe tarifaire",
      kind: "contract",
      fileName: "annexe-tarifaire.csv",
      content: new TextEncoder().encode(
        "Forfait;Prix mensuel HT\nBusiness 50 Go;19,90\nBusiness 100 Go;26,90\nVoix seule;6,90\n",
      ),
    },
  ];
}

/** One page of plain text. */
function pdf(lines: readonly string[]): Uint8Array {
  const text = lines
    .map(
      (line, index) =>
        `BT /F1 ${index === 0 ? 20 : 12} Tf 60 ${760 - index * 30} Td (${line.replace(/[()\\]/g, "")}) Tj ET`,
    )
    .join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
