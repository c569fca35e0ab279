/** Where one operator's detail file keeps each value. A new operator is a new entry here, nothing else. */
export interface CsvLayout {
  readonly name: string;
  readonly delimiter: ";" | "," | "\t";
  readonly columns: Readonly<Record<ColumnKey, string>>;
  /** Columns that a file of this layout may leave out. */
  readonly optional: readonly ColumnKey[];
  /** `DD/MM/YYYY` or ISO. */
  readonly dates: "french" | "iso";
}

export type ColumnKey =
  | "supplier"
  | "invoiceNumber"
  | "issuedOn"
  | "lineNumber"
  | "serviceId"
  | "iccid"
  | "number"
  | "customerReference"
  | "itemCode"
  | "description"
  | "type"
  | "quantity"
  | "gross"
  | "discount"
  | "net"
  | "periodStart"
  | "periodEnd";

export const csvLayouts: readonly CsvLayout[] = [
  {
    name: "operator_detail",
    delimiter: ";",
    columns: {
      supplier: "Fournisseur",
      invoiceNumber: "N° facture",
      issuedOn: "Date facture",
      lineNumber: "N° ligne",
      serviceId: "Identifiant service",
      iccid: "ICCID",
      number: "Numéro",
      customerReference: "Référence client",
      itemCode: "Code article",
      description: "Libellé",
      type: "Type",
      quantity: "Quantité",
      gross: "Montant brut HT",
      discount: "Remise HT",
      net: "Montant net HT",
      periodStart: "Début période",
      periodEnd: "Fin période",
    },
    optional: ["iccid", "customerReference", "itemCode", "quantity"],
    dates: "french",
  },
];
