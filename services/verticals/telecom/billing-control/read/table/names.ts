import { fold } from "../../../../../platform/fold.ts";
import type { TableField } from "./contract.ts";

/** How far a column's name alone says what it holds. */
export interface NamedField {
  readonly field: TableField;
  /** 3 and more: it is called so. 2: it may well be. */
  readonly weight: number;
}

/** One word for all by which people and suppliers mean the same, in French and English, written out or cut short. */
const dictionary: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    NUMERO: "N NO NUM NUMERO NUMBER NR NBR",
    FACTURE: "FACTURE FACT FAC FACTURATION INVOICE INV BILL BILLING BILLED INVOICED",
    DOCUMENT: "DOCUMENT DOC PIECE",
    DATE: "DATE DT JOUR DAY",
    EMISSION: "EMISSION EMIS EMISE ISSUE ISSUED EDITION",
    LIGNE: "LIGNE LIG LINE",
    POSITION: "POSITION POS RANG ORDRE",
    SERVICE: "SERVICE SERV SVC PRESTATION ACCES ACCESS LIEN LINK CIRCUIT",
    CONTRAT: "CONTRAT CONTRACT",
    IDENTIFIANT: "IDENTIFIANT IDENT ID IDENTIFIER",
    REFERENCE: "REFERENCE REF",
    CLIENT: "CLIENT CLI CLT CUSTOMER CUST",
    COMPTE: "COMPTE CPTE ACCOUNT ACCT",
    CODE: "CODE COD SKU",
    ARTICLE: "ARTICLE ART ITEM PRODUIT PROD PRODUCT OFFRE OFFER TARIF TARIFF FORFAIT PLAN",
    LIBELLE: "LIBELLE LIB LABEL DESIGNATION DESIG DESCRIPTION DESC DESCRIPTIF INTITULE",
    TYPE: "TYPE NATURE CATEGORIE CATEGORY FAMILLE RUBRIQUE",
    CHARGE: "CHARGE",
    QUANTITE: "QUANTITE QTE QTY QUANTITY QT QUANT NOMBRE NB UNITES UNITS",
    MONTANT: "MONTANT MONT MT MNT MTT AMOUNT AMT TOTAL TOT PRIX PRICE VALEUR VALUE",
    UNITAIRE: "UNITAIRE UNIT PU UNITE",
    BRUT: "BRUT BRUTE GROSS",
    NET: "NET NETTE",
    REMISE: "REMISE REM DISCOUNT DISC RABAIS RISTOURNE REDUCTION REBATE ALLOWANCE",
    HT: "HT HTVA",
    TTC: "TTC",
    TVA: "TVA VAT TAX TAXE",
    TAUX: "TAUX RATE PCT PERCENT POURCENTAGE",
    AVANT: "AVANT BEFORE",
    APRES: "APRES AFTER",
    DEBUT: "DEBUT DEB START BEGIN FROM",
    FIN: "FIN END UNTIL",
    PERIODE: "PERIODE PER PERIOD",
    MOIS: "MOIS MONTH",
    FOURNISSEUR: "FOURNISSEUR FOURN FRS SUPPLIER OPERATEUR OPERATOR VENDOR SELLER EMETTEUR CARRIER",
    TELEPHONE: "TELEPHONE TEL PHONE MOBILE MSISDN GSM ND SDA PORTABLE APPEL APPELANT CALLING",
    ICCID: "ICCID",
    SIM: "SIM",
    CARTE: "CARTE CARD",
    DEVISE: "DEVISE CURRENCY MONNAIE",
    NOM: "NOM NAME",
    VOTRE: "VOTRE YOUR INTERNE INTERNAL",
    CENTRE: "CENTRE CENTER",
    COUT: "COUT COST",
    ENGAGEMENT: "ENGAGEMENT COMMITMENT",
  }).flatMap(([word, all]) => all.split(" ").map((one) => [one, word])),
);

const fillers = new Set("DE DES D LA LE LES L EN OF THE A EUR EURO EUROS VALUE".split(" "));

/** Words written together (`MONTANTNETHT`), as few as cover the whole. */
function parts(word: string): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1)
    for (let start = 0; start < end - 1; start += 1) {
      const before = best[start];
      const known = dictionary[word.slice(start, end)];
      if (!before || !known) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, known];
    }
  return best[word.length];
}

function wordOf(word: string): readonly string[] {
  const single = dictionary[word] ?? dictionary[word.replace(/E?S$/, "")] ?? dictionary[word.replace(/S$/, "")];
  if (single) return [single];
  // `Nfacture`: the sign behind the N is gone.
  const behind = word.startsWith("N") ? (dictionary[word.slice(1)] ?? "") : "";
  if (/^(FACTURE|LIGNE|SERVICE|TELEPHONE|CLIENT|CONTRAT)$/.test(behind)) return ["NUMERO", behind];
  return (word.length > 4 && word.length < 40 ? parts(word) : undefined) ?? [word];
}

/** `Mt_Net HT (€)`, `montantNetHT`, `MONTANT NET HORS TAXES` → `MONTANT NET HT`. */
export function canonical(name: string): string {
  const apart = name
    .slice(0, 120)
    .replace(/[º°]/g, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const folded = fold(apart)
    .replace(
      /HORS[- ]TAXES?|EXCL\w*\.?( OF)? (VAT|TAX(ES)?)|(TAX|VAT) EXCL\w*|(BEFORE|EX|WITHOUT|NET OF) (VAT|TAX(ES)?)/g,
      " HT ",
    )
    .replace(
      /TOUTES TAXES( COMPRISES)?|INCL\w*\.?( OF)? (VAT|TAX(ES)?)|(TAX|VAT) INCL\w*|WITH VAT|NET A PAYER/g,
      " TTC ",
    )
    .replace(/\bH\.? ?T\.?(?!\w)/g, " HT ")
    .replace(/%/g, " TAUX ");
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const last = words.at(-1);
  if (last === "DU" || (last === "TO" && words.length === 1)) words[words.length - 1] = last === "DU" ? "DEBUT" : "FIN";
  if (last === "AU" || (last === "TO" && words.length > 1)) words[words.length - 1] = "FIN";
  return words
    .filter((word) => word !== "DU" && !fillers.has(word))
    .flatMap(wordOf)
    .join(" ");
}

const only = (words: string) => new RegExp(`^(?:(?:${words.replaceAll(" ", "|")})(?: |$))+$`);

interface Rule extends NamedField {
  /** Every pattern must be found, none of `not`. */
  readonly all: readonly RegExp[];
  readonly not?: RegExp;
}

const taxed = /TTC|TVA/;

/** From the most particular to the least, per field. */
const rules: readonly Rule[] = [
  { field: "supplier", weight: 3, all: [only("FOURNISSEUR NOM"), /FOURNISSEUR/] },
  {
    field: "invoiceNumber",
    weight: 3.2,
    all: [
      only("NUMERO REFERENCE IDENTIFIANT CODE FACTURE DOCUMENT"),
      /NUMERO|REFERENCE|IDENTIFIANT|CODE/,
      /FACTURE|DOCUMENT/,
    ],
  },
  { field: "invoiceNumber", weight: 3, all: [/^FACTURE$/] },
  {
    field: "issuedOn",
    weight: 3.2,
    all: [only("DATE EMISSION FACTURE DOCUMENT"), /EMISSION|FACTURE|DOCUMENT/, /DATE|EMISSION/],
  },
  { field: "issuedOn", weight: 2, all: [/^DATE$/] },
  {
    field: "lineNumber",
    weight: 3,
    all: [only("NUMERO IDENTIFIANT LIGNE POSITION FACTURE"), /LIGNE|POSITION/],
    not: /^FACTURE/,
  },
  { field: "number", weight: 3.2, all: [only("NUMERO LIGNE TELEPHONE SERVICE IDENTIFIANT"), /TELEPHONE/] },
  { field: "number", weight: 3.3, all: [/^NUMERO SERVICE$|^SERVICE NUMERO$/] },
  { field: "number", weight: 3.1, all: [/^NUMERO$|^NUMERO LIGNE$|^LIGNE$|^LIGNE NUMERO$/] },
  {
    field: "serviceId",
    weight: 3.2,
    all: [
      only("NUMERO REFERENCE IDENTIFIANT CODE SERVICE FOURNISSEUR"),
      /NUMERO|REFERENCE|IDENTIFIANT|CODE/,
      /SERVICE/,
    ],
  },
  {
    field: "serviceId",
    weight: 2,
    all: [only("NUMERO REFERENCE IDENTIFIANT CODE SERVICE CONTRAT FOURNISSEUR"), /SERVICE|CONTRAT|FOURNISSEUR/],
    not: /^FOURNISSEUR$/,
  },
  { field: "iccid", weight: 3.3, all: [/\bICCID\b/] },
  { field: "iccid", weight: 3.1, all: [only("NUMERO IDENTIFIANT REFERENCE CARTE SIM"), /SIM/] },
  { field: "customerReference", weight: 3, all: [only("NUMERO REFERENCE CLIENT VOTRE"), /REFERENCE/, /CLIENT|VOTRE/] },
  {
    field: "customerReference",
    weight: 2,
    all: [only("NUMERO CODE IDENTIFIANT CLIENT COMPTE CENTRE COUT VOTRE"), /CLIENT|COMPTE|CENTRE/],
  },
  {
    field: "itemCode",
    weight: 3,
    all: [only("NUMERO REFERENCE IDENTIFIANT CODE ARTICLE"), /NUMERO|REFERENCE|IDENTIFIANT|CODE/, /ARTICLE|^CODE$/],
  },
  { field: "description", weight: 3.2, all: [/LIBELLE/], not: /MONTANT|TYPE|CODE|COMPTE|SITE/ },
  { field: "description", weight: 2.9, all: [only("NOM ARTICLE SERVICE"), /ARTICLE|SERVICE/] },
  { field: "type", weight: 3, all: [only("TYPE LIGNE CHARGE ARTICLE SERVICE FACTURE"), /TYPE/] },
  { field: "type", weight: 2, all: [/^CHARGE$/] },
  { field: "quantity", weight: 3, all: [only("QUANTITE FACTURE"), /QUANTITE/] },
  { field: "unitPrice", weight: 3, all: [only("MONTANT UNITAIRE HT BRUT NET ARTICLE"), /UNITAIRE/] },
  { field: "gross", weight: 3, all: [only("MONTANT BRUT HT LIGNE FACTURE"), /BRUT/], not: taxed },
  { field: "gross", weight: 3, all: [only("MONTANT HT AVANT REMISE"), /AVANT/, /REMISE/] },
  { field: "discount", weight: 3, all: [only("MONTANT REMISE HT TAUX LIGNE"), /REMISE/], not: /AVANT|APRES/ },
  { field: "net", weight: 3.3, all: [only("MONTANT NET HT LIGNE FACTURE APRES REMISE"), /NET|APRES/], not: taxed },
  { field: "net", weight: 3.1, all: [only("MONTANT HT LIGNE FACTURE"), /HT/], not: taxed },
  { field: "net", weight: 2, all: [only("MONTANT LIGNE FACTURE"), /MONTANT/] },
  { field: "currency", weight: 3, all: [only("DEVISE CODE FACTURE"), /DEVISE/] },
  { field: "periodStart", weight: 3, all: [only("DATE DEBUT PERIODE FACTURE SERVICE"), /DEBUT/] },
  { field: "periodEnd", weight: 3, all: [only("DATE FIN PERIODE FACTURE SERVICE"), /FIN/] },
  { field: "period", weight: 3, all: [only("PERIODE MOIS FACTURE SERVICE"), /PERIODE|MOIS/] },
];

/** The fields that a column of this name may be, one weight each. */
export function fieldsNamed(name: string): readonly NamedField[] {
  const text = canonical(name);
  const found = new Map<TableField, number>();
  for (const { field, weight, all, not } of rules)
    if (!found.has(field) && all.every((pattern) => pattern.test(text)) && !not?.test(text)) found.set(field, weight);
  return [...found].map(([field, weight]) => ({ field, weight }));
}
