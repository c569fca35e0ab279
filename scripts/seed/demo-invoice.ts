import type { DemoLine } from "./build-lines.ts";
import { buyPriceOn, net } from "./demo-catalogue.ts";

/** The demo supplier's detail for one month, as its portal exports it, with the mistakes suppliers make. */
export function demoInvoice(lines: readonly DemoLine[], supplier: string): string {
  const [start, end] = ["2026-10-01", "2026-10-31"];
  const header = [
    "Fournisseur",
    "N° facture",
    "Date facture",
    "N° ligne",
    "Identifiant service",
    "ICCID",
    "Numéro",
    "Référence client",
    "Code article",
    "Libellé",
    "Type",
    "Quantité",
    "Montant brut HT",
    "Remise HT",
    "Montant net HT",
    "Début période",
    "Fin période",
  ];
  const rows = lines
    .filter((line) => line.supplier === supplier && line.activatedOn <= end)
    .map((line, index) => {
      const plan = line.before && line.before.until > end ? line.before.plan : line.plan;
      const price = buyPriceOn(plan, start);
      const gross = price?.gross ?? 0;
      // The discount agreed in March is forgotten on one "50 Go" line out of nine, and terminated lines go on being billed.
      const discount = plan.code === "OR-B50" && index % 9 === 0 ? 0 : (price?.discount ?? 0);
      return [
        "Orange",
        "2610-884120",
        "05/11/2026",
        String(index + 1),
        line.serviceId ?? "",
        line.iccid ?? "",
        line.number.replace(/^\+33/, "0").replace(/(\d\d)(?=\d)/g, "$1 "),
        "",
        plan.code,
        plan.name,
        "Abonnement",
        "1",
        comma(gross),
        comma(discount),
        comma(price ? net({ ...price, discount }) : 0),
        french(start),
        french(end),
      ];
    });
  const last = String(rows.length + 1);
  rows.push([
    "Orange",
    "2610-884120",
    "05/11/2026",
    last,
    "OR99999999",
    "",
    "06 39 98 00 00",
    "",
    "OR-B20",
    "Business 20 Go",
    "Abonnement",
    "1",
    "10,40",
    "0,60",
    "9,80",
    french(start),
    french(end),
  ]);
  return `${[header, ...rows].map((row) => row.join(";")).join("\r\n")}\r\n`;
}

function comma(amount: number): string {
  return amount.toFixed(2).replace(".", ",");
}

function french(day: string): string {
  return day.split("-").reverse().join("/");
}
