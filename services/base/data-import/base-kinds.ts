import { column, type ImportKind, text } from "./engine/kind.ts";

const address = (type: "sw_account" | "sw_site" | "sw_billing_site") => [
  column(type, "address_line1", { synonyms: "adresse1 rue voie street addressline1" }),
  ...(type === "sw_billing_site"
    ? []
    : [column(type, "address_line2", { synonyms: "adresse2 complementadresse complementdadresse" })]),
  column(type, "postal_code", { synonyms: "cp codepostal zip zipcode postcode", rule: "postal_code" }),
  column(type, "city", { synonyms: "commune localite town" }),
  ...(type === "sw_billing_site" ? [] : [column(type, "country", { synonyms: "codepays", rule: "country" })]),
];

const accountColumn = (type: "sw_contact" | "sw_site" | "sw_billing_site") =>
  column(type, "account", {
    synonyms:
      "client codeclient idclient nomclient compteclient idsoftwhere softwhereid societe raisonsociale customer company",
  });

const accounts: ImportKind = {
  type: "sw_account",
  writes: ["sw_account"],
  columns: [
    column("sw_account", "softwhere_id", {
      synonyms: "id idclient codeclient numeroclient numclient refclient referenceclient code customerid accountid",
    }),
    column("sw_account", "legal_name", {
      synonyms: "nom societe client entreprise nomclient denomination company name customer",
    }),
    column("sw_account", "kind", { synonyms: "type typeclient" }),
    column("sw_account", "siren", { rule: "siren", synonyms: "numerosiren nsiren" }),
    column("sw_account", "siret", { rule: "siret", synonyms: "numerosiret nsiret siretsiege" }),
    column("sw_account", "vat_number", { rule: "vat", synonyms: "numerotva tvaintra tvaintracommunautaire ntva vat" }),
    column("sw_account", "status", { synonyms: "etat" }),
    column("sw_account", "salesperson", { synonyms: "vendeur responsablecommercial sales" }),
    column("sw_account", "partner", { synonyms: "apporteur revendeur" }),
    column("sw_account", "customer_since", { synonyms: "dateclient datecreation dateentree datedebut" }),
    ...address("sw_account"),
    column("sw_account", "external_ids", { synonyms: "idexterne referenceexterne" }),
    column("sw_account", "notes", { synonyms: "commentaire commentaires remarques notes comment" }),
  ],
  keyColumn: "softwhere_id",
  key: ({ softwhere_id: id }) => text(id) || undefined,
  distinct: ["siret", "legal_name"],
  label: ({ legal_name: name, softwhere_id: id }) => text(name) || text(id),
};

const contacts: ImportKind = {
  type: "sw_contact",
  writes: ["sw_contact"],
  columns: [
    accountColumn("sw_contact"),
    column("sw_contact", "first_name", { synonyms: "prenomcontact firstname givenname" }),
    column("sw_contact", "last_name", { synonyms: "nomcontact nomdefamille lastname surname" }),
    column("sw_contact", "role", { synonyms: "poste titre qualite jobtitle" }),
    column("sw_contact", "email", { synonyms: "mail courriel adressemail adresseemail" }),
    column("sw_contact", "phone", { synonyms: "tel fixe telfixe telephonefixe numerotelephone" }),
    column("sw_contact", "mobile", { synonyms: "portable gsm telmobile telephoneportable cellphone" }),
    column("sw_contact", "preferred_channel", { synonyms: "canal" }),
  ],
  keyColumn: "last_name",
  // A mailbox may be several people's.
  key: ({ account, email, first_name: first, last_name: last }) =>
    account && last ? [account, email ?? "", first ?? "", last].map(text).join("/") : undefined,
  keyOption: "email",
  accountPath: "account",
  distinct: ["email"],
  label: ({ first_name: first, last_name: last }) => `${text(first)} ${text(last)}`.trim(),
};

const sites: ImportKind = {
  type: "sw_site",
  writes: ["sw_site"],
  columns: [
    accountColumn("sw_site"),
    column("sw_site", "name", { synonyms: "site nomsite nomdusite agence etablissement libelle sitename" }),
    ...address("sw_site"),
    column("sw_site", "latitude", { synonyms: "lat" }),
    column("sw_site", "longitude", { synonyms: "lng lon long" }),
    column("sw_site", "billing_site", { synonyms: "facturation" }),
    column("sw_site", "status", { synonyms: "etat" }),
    column("sw_site", "opens_on", { synonyms: "dateouverture" }),
    column("sw_site", "access_notes", { synonyms: "acces consignes" }),
  ],
  keyColumn: "name",
  key: ({ account, name }) => (account && name ? `${text(account)}/${text(name)}` : undefined),
  accountPath: "account",
  distinct: [],
  label: ({ name }) => text(name),
};

const billingSites: ImportKind = {
  type: "sw_billing_site",
  writes: ["sw_billing_site"],
  columns: [
    accountColumn("sw_billing_site"),
    column("sw_billing_site", "name", { synonyms: "sitefacturation nomsite libelle" }),
    column("sw_billing_site", "billing_system", { synonyms: "systeme logiciel" }),
    column("sw_billing_site", "external_id", { synonyms: "idexterne idfacturation codefacturation referenceexterne" }),
    ...address("sw_billing_site"),
    column("sw_billing_site", "payment_terms", { synonyms: "reglement conditionsreglement modereglement echeance" }),
    column("sw_billing_site", "invoice_email", { synonyms: "email mail emailfacture courriel" }),
  ],
  keyColumn: "name",
  key: ({ account, name }) => (account && name ? `${text(account)}/${text(name)}` : undefined),
  accountPath: "account",
  distinct: ["external_id"],
  label: ({ name }) => text(name),
};

/** What every platform can import, whatever its trade. */
export const baseKinds: readonly ImportKind[] = [accounts, contacts, sites, billingSites];
