// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const recordTypes: Part = {
  "sw_brand": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "authenticated",
      "create": "administer platform",
      "edit": "administer platform",
      "delete": "administer platform"
    },
    "fields": [
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 120
      },
      {
        "name": "hostname",
        "type": "string",
        "label": {
          "fr": "Nom d’hôte",
          "en": "Hostname"
        },
        "help": {
          "fr": "Adresse à laquelle la console de la marque répond.",
          "en": "Address at which the brand’s console answers."
        },
        "maxLength": 253
      },
      {
        "name": "primary_color",
        "type": "string",
        "label": {
          "fr": "Couleur principale",
          "en": "Primary colour"
        },
        "help": {
          "fr": "Six chiffres hexadécimaux minuscules, par exemple #0a5c8f.",
          "en": "Six lower case hexadecimal digits, for example #0a5c8f."
        },
        "maxLength": 7
      },
      {
        "name": "secondary_color",
        "type": "string",
        "label": {
          "fr": "Couleur secondaire",
          "en": "Secondary colour"
        },
        "maxLength": 7
      },
      {
        "name": "logo",
        "type": "file",
        "label": {
          "fr": "Logo",
          "en": "Logo"
        },
        "extensions": [
          "png",
          "svg",
          "webp"
        ]
      },
      {
        "name": "locale",
        "type": "list",
        "label": {
          "fr": "Langue",
          "en": "Language"
        },
        "options": [
          {
            "value": "fr",
            "label": {
              "fr": "Français",
              "en": "French"
            }
          },
          {
            "value": "en",
            "label": {
              "fr": "Anglais",
              "en": "English"
            }
          }
        ],
        "default": "fr"
      },
      {
        "name": "time_zone",
        "type": "string",
        "label": {
          "fr": "Fuseau horaire",
          "en": "Time zone"
        },
        "help": {
          "fr": "Où les jours de la marque commencent, par exemple Indian/Reunion.",
          "en": "Where the brand’s days begin, for example Indian/Reunion."
        },
        "maxLength": 64,
        "default": "Europe/Paris"
      },
      {
        "name": "country",
        "type": "string",
        "label": {
          "fr": "Pays",
          "en": "Country"
        },
        "help": {
          "fr": "Où l’on compose ses numéros de téléphone quand rien d’autre ne le dit. Deux lettres majuscules, par exemple FR.",
          "en": "Where its telephone numbers are dialled when nothing else says it. Two upper case letters, for example FR."
        },
        "maxLength": 2,
        "default": "FR"
      },
      {
        "name": "siren",
        "type": "string",
        "label": {
          "fr": "SIREN",
          "en": "SIREN"
        },
        "help": {
          "fr": "Identifie la société sur le réseau de facturation électronique. Neuf chiffres.",
          "en": "Identifies the company on the e-invoicing network. Nine digits."
        },
        "maxLength": 9,
        "format": "code"
      },
      {
        "name": "support_phone",
        "type": "string",
        "label": {
          "fr": "Téléphone d’assistance",
          "en": "Support telephone"
        },
        "help": {
          "fr": "Montré aux clients et partenaires en haut de leur espace, tel qu’il est écrit ici.",
          "en": "Shown to clients and partners at the top of their portal, as written here."
        },
        "maxLength": 32
      },
      {
        "name": "mail_sender",
        "type": "email",
        "label": {
          "fr": "Expéditeur des mails",
          "en": "Mail sender"
        }
      },
      {
        "name": "modules",
        "type": "string",
        "label": {
          "fr": "Modules ouverts",
          "en": "Open modules"
        },
        "help": {
          "fr": "Ce qu’un autre module apporte n’existe pas pour la marque.",
          "en": "What any other module brings does not exist for the brand."
        },
        "multiple": true,
        "maxLength": 32
      },
      {
        "name": "parent",
        "type": "reference",
        "label": {
          "fr": "Marque parente",
          "en": "Parent brand"
        },
        "target": "sw_brand"
      }
    ]
  },
  "sw_role": {
    "labelField": "role",
    "writable": true,
    "access": {
      "view": "administer brand",
      "create": "administer brand",
      "edit": "administer brand",
      "delete": "administer brand"
    },
    "fields": [
      {
        "name": "role",
        "type": "string",
        "label": {
          "fr": "Rôle",
          "en": "Role"
        },
        "help": {
          "fr": "Nom technique du rôle, par exemple manager. Ne change plus ensuite.",
          "en": "Machine name of the role, for example manager. It does not change afterwards."
        },
        "required": true,
        "immutable": true,
        "maxLength": 32
      },
      {
        "name": "granted",
        "type": "string",
        "label": {
          "fr": "Permissions accordées",
          "en": "Granted permissions"
        },
        "help": {
          "fr": "Remplace entièrement les permissions par défaut du rôle dans cette marque.",
          "en": "Replaces all of the role’s default permissions in this brand."
        },
        "multiple": true,
        "maxLength": 64
      },
      {
        "name": "denied",
        "type": "string",
        "label": {
          "fr": "Permissions refusées",
          "en": "Denied permissions"
        },
        "help": {
          "fr": "Retirées à quiconque a ce rôle, même si un autre rôle les accorde.",
          "en": "Taken from whoever has this role, even where another role grants them."
        },
        "multiple": true,
        "maxLength": 64
      }
    ]
  },
  "sw_account": {
    "labelField": "legal_name",
    "writable": true,
    "access": {
      "view": "view sw_account",
      "create": "create sw_account",
      "edit": "edit sw_account",
      "delete": "delete sw_account"
    },
    "ownerPath": "self",
    "searchRank": 10,
    "fields": [
      {
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Nature",
          "en": "Kind"
        },
        "required": true,
        "options": [
          {
            "value": "company",
            "label": {
              "fr": "Société",
              "en": "Company"
            }
          },
          {
            "value": "person",
            "label": {
              "fr": "Particulier",
              "en": "Person"
            }
          }
        ],
        "default": "company"
      },
      {
        "name": "legal_name",
        "type": "string",
        "label": {
          "fr": "Raison sociale",
          "en": "Legal name"
        },
        "required": true,
        "maxLength": 200,
        "search": "text"
      },
      {
        "name": "softwhere_id",
        "type": "string",
        "label": {
          "fr": "Numéro de compte",
          "en": "Account number"
        },
        "help": {
          "fr": "Numéro unique du compte dans la marque.",
          "en": "The account’s number, unique within the brand."
        },
        "required": true,
        "maxLength": 32,
        "search": "text",
        "format": "code"
      },
      {
        "name": "external_ids",
        "type": "external_id",
        "label": {
          "fr": "Références externes",
          "en": "External references"
        },
        "help": {
          "fr": "Comment d’autres systèmes appellent ce compte.",
          "en": "What other systems call this account."
        },
        "multiple": true,
        "viewPermission": "view suppliers"
      },
      {
        "name": "siren",
        "type": "string",
        "label": {
          "fr": "SIREN",
          "en": "SIREN"
        },
        "help": {
          "fr": "Neuf chiffres, sans espace.",
          "en": "Nine digits, no spaces."
        },
        "maxLength": 9,
        "search": "text",
        "format": "code"
      },
      {
        "name": "siret",
        "type": "string",
        "label": {
          "fr": "SIRET",
          "en": "SIRET"
        },
        "help": {
          "fr": "Quatorze chiffres, sans espace.",
          "en": "Fourteen digits, no spaces."
        },
        "maxLength": 14,
        "search": "text",
        "format": "code"
      },
      {
        "name": "vat_number",
        "type": "string",
        "label": {
          "fr": "TVA",
          "en": "VAT number"
        },
        "maxLength": 20
      },
      {
        "name": "status",
        "type": "list",
        "label": {
          "fr": "Statut",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "prospect",
            "label": {
              "fr": "Prospect",
              "en": "Prospect"
            }
          },
          {
            "value": "active",
            "label": {
              "fr": "Actif",
              "en": "Active"
            }
          },
          {
            "value": "suspended",
            "label": {
              "fr": "Suspendu",
              "en": "Suspended"
            }
          },
          {
            "value": "closed",
            "label": {
              "fr": "Clos",
              "en": "Closed"
            }
          }
        ],
        "default": "prospect"
      },
      {
        "name": "salesperson",
        "type": "reference",
        "label": {
          "fr": "Commercial",
          "en": "Salesperson"
        },
        "target": "user"
      },
      {
        "name": "partner",
        "type": "string",
        "label": {
          "fr": "Partenaire",
          "en": "Partner"
        },
        "maxLength": 120
      },
      {
        "name": "customer_since",
        "type": "date",
        "label": {
          "fr": "Client depuis",
          "en": "Customer since"
        }
      },
      {
        "name": "address_line1",
        "type": "string",
        "label": {
          "fr": "Adresse",
          "en": "Address"
        },
        "maxLength": 200
      },
      {
        "name": "address_line2",
        "type": "string",
        "label": {
          "fr": "Complément",
          "en": "Address line 2"
        },
        "maxLength": 200
      },
      {
        "name": "postal_code",
        "type": "string",
        "label": {
          "fr": "Code postal",
          "en": "Postal code"
        },
        "maxLength": 12
      },
      {
        "name": "city",
        "type": "string",
        "label": {
          "fr": "Ville",
          "en": "City"
        },
        "maxLength": 120,
        "search": "text"
      },
      {
        "name": "country",
        "type": "string",
        "label": {
          "fr": "Pays",
          "en": "Country"
        },
        "help": {
          "fr": "Deux lettres majuscules, par exemple FR.",
          "en": "Two upper case letters, for example FR."
        },
        "maxLength": 2,
        "default": "FR"
      },
      {
        "name": "notes",
        "type": "text",
        "label": {
          "fr": "Notes internes",
          "en": "Internal notes"
        },
        "help": {
          "fr": "Jamais montrées aux clients ni aux partenaires.",
          "en": "Never shown to clients and partners."
        },
        "viewPermission": "view internal notes"
      }
    ]
  },
  "sw_contact": {
    "labelField": "last_name",
    "writable": true,
    "access": {
      "view": "view sw_contact",
      "create": "create sw_contact",
      "edit": "edit sw_contact",
      "delete": "delete sw_contact"
    },
    "ownerPath": "account",
    "searchRank": 20,
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "required": true,
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "first_name",
        "type": "string",
        "label": {
          "fr": "Prénom",
          "en": "First name"
        },
        "maxLength": 100,
        "search": "text"
      },
      {
        "name": "last_name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Last name"
        },
        "required": true,
        "maxLength": 100,
        "search": "text"
      },
      {
        "name": "role",
        "type": "string",
        "label": {
          "fr": "Fonction",
          "en": "Role"
        },
        "maxLength": 120
      },
      {
        "name": "email",
        "type": "email",
        "label": {
          "fr": "E-mail",
          "en": "E-mail"
        },
        "search": "text"
      },
      {
        "name": "phone",
        "type": "string",
        "label": {
          "fr": "Téléphone",
          "en": "Phone"
        },
        "maxLength": 32,
        "search": "phone",
        "format": "phone"
      },
      {
        "name": "mobile",
        "type": "string",
        "label": {
          "fr": "Mobile",
          "en": "Mobile"
        },
        "maxLength": 32,
        "search": "phone",
        "format": "phone"
      },
      {
        "name": "preferred_channel",
        "type": "list",
        "label": {
          "fr": "Canal préféré",
          "en": "Preferred channel"
        },
        "options": [
          {
            "value": "call",
            "label": {
              "fr": "Appel",
              "en": "Call"
            }
          },
          {
            "value": "mail",
            "label": {
              "fr": "Mail",
              "en": "Mail"
            }
          },
          {
            "value": "sms",
            "label": {
              "fr": "SMS",
              "en": "SMS"
            }
          }
        ]
      },
      {
        "name": "locale",
        "type": "list",
        "label": {
          "fr": "Langue",
          "en": "Language"
        },
        "help": {
          "fr": "Dans laquelle on lui écrit. Vide : celle de la marque.",
          "en": "In which they are written to. Empty: the brand’s."
        },
        "options": [
          {
            "value": "fr",
            "label": {
              "fr": "Français",
              "en": "French"
            }
          },
          {
            "value": "en",
            "label": {
              "fr": "Anglais",
              "en": "English"
            }
          }
        ]
      }
    ]
  },
  "sw_site": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_site",
      "create": "create sw_site",
      "edit": "edit sw_site",
      "delete": "delete sw_site"
    },
    "ownerPath": "account",
    "searchRank": 40,
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "required": true,
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 160,
        "search": "text"
      },
      {
        "name": "address_line1",
        "type": "string",
        "label": {
          "fr": "Adresse",
          "en": "Address"
        },
        "maxLength": 200
      },
      {
        "name": "address_line2",
        "type": "string",
        "label": {
          "fr": "Complément",
          "en": "Address line 2"
        },
        "maxLength": 200
      },
      {
        "name": "postal_code",
        "type": "string",
        "label": {
          "fr": "Code postal",
          "en": "Postal code"
        },
        "maxLength": 12
      },
      {
        "name": "city",
        "type": "string",
        "label": {
          "fr": "Ville",
          "en": "City"
        },
        "maxLength": 120,
        "search": "text"
      },
      {
        "name": "country",
        "type": "string",
        "label": {
          "fr": "Pays",
          "en": "Country"
        },
        "maxLength": 2,
        "default": "FR"
      },
      {
        "name": "latitude",
        "type": "decimal",
        "label": {
          "fr": "Latitude",
          "en": "Latitude"
        },
        "scale": 6
      },
      {
        "name": "longitude",
        "type": "decimal",
        "label": {
          "fr": "Longitude",
          "en": "Longitude"
        },
        "scale": 6
      },
      {
        "name": "billing_site",
        "type": "reference",
        "label": {
          "fr": "Site de facturation",
          "en": "Billing site"
        },
        "target": "sw_billing_site"
      },
      {
        "name": "access_notes",
        "type": "text",
        "label": {
          "fr": "Consignes d’accès",
          "en": "Access notes"
        },
        "help": {
          "fr": "Jamais montrées aux clients ni aux partenaires.",
          "en": "Never shown to clients and partners."
        },
        "viewPermission": "view internal notes"
      },
      {
        "name": "status",
        "type": "list",
        "label": {
          "fr": "Statut",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "opening",
            "label": {
              "fr": "À ouvrir",
              "en": "Opening"
            }
          },
          {
            "value": "active",
            "label": {
              "fr": "Actif",
              "en": "Active"
            }
          },
          {
            "value": "incident",
            "label": {
              "fr": "Incident",
              "en": "Incident"
            }
          },
          {
            "value": "closed",
            "label": {
              "fr": "Fermé",
              "en": "Closed"
            }
          }
        ],
        "default": "active"
      },
      {
        "name": "opens_on",
        "type": "date",
        "label": {
          "fr": "Ouverture",
          "en": "Opens on"
        }
      }
    ]
  },
  "sw_billing_site": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_billing_site",
      "create": "create sw_billing_site",
      "edit": "edit sw_billing_site",
      "delete": "delete sw_billing_site"
    },
    "ownerPath": "account",
    "searchRank": 50,
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "required": true,
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 160,
        "search": "text"
      },
      {
        "name": "billing_system",
        "type": "string",
        "label": {
          "fr": "Système de facturation",
          "en": "Billing system"
        },
        "maxLength": 32,
        "viewPermission": "view suppliers"
      },
      {
        "name": "external_id",
        "type": "string",
        "label": {
          "fr": "Identifiant externe",
          "en": "External id"
        },
        "help": {
          "fr": "Identifiant dans le système de facturation.",
          "en": "Identifier in the billing system."
        },
        "maxLength": 64,
        "viewPermission": "view api details",
        "format": "code"
      },
      {
        "name": "external_ids",
        "type": "external_id",
        "label": {
          "fr": "Autres références externes",
          "en": "Other external references"
        },
        "help": {
          "fr": "Ce que d’autres systèmes nomment ainsi : un Billing Point, par exemple.",
          "en": "What other systems call it: a billing point, for example."
        },
        "multiple": true,
        "viewPermission": "view api details"
      },
      {
        "name": "address_line1",
        "type": "string",
        "label": {
          "fr": "Adresse",
          "en": "Address"
        },
        "maxLength": 200
      },
      {
        "name": "postal_code",
        "type": "string",
        "label": {
          "fr": "Code postal",
          "en": "Postal code"
        },
        "maxLength": 12
      },
      {
        "name": "city",
        "type": "string",
        "label": {
          "fr": "Ville",
          "en": "City"
        },
        "maxLength": 120,
        "search": "text"
      },
      {
        "name": "payment_terms",
        "type": "string",
        "label": {
          "fr": "Conditions de paiement",
          "en": "Payment terms"
        },
        "maxLength": 64
      },
      {
        "name": "invoice_email",
        "type": "email",
        "label": {
          "fr": "E-mail de facturation",
          "en": "Invoice e-mail"
        }
      }
    ]
  },
  "sw_customer_invoice": {
    "labelField": "number",
    "writable": true,
    "access": {
      "view": "view customer invoices",
      "create": "mirror customer invoices",
      "edit": "mirror customer invoices",
      "delete": "mirror customer invoices"
    },
    "journal": false,
    "ownerPath": "account",
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "required": true,
        "target": "sw_account"
      },
      {
        "name": "billing_site",
        "type": "reference",
        "label": {
          "fr": "Site de facturation",
          "en": "Billing site"
        },
        "help": {
          "fr": "Vide : plusieurs sites du compte y sont un même client.",
          "en": "Empty: several sites of the account are one customer there."
        },
        "target": "sw_billing_site"
      },
      {
        "name": "number",
        "type": "string",
        "label": {
          "fr": "Numéro",
          "en": "Number"
        },
        "required": true,
        "maxLength": 64
      },
      {
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Nature",
          "en": "Kind"
        },
        "required": true,
        "options": [
          {
            "value": "invoice",
            "label": {
              "fr": "Facture",
              "en": "Invoice"
            }
          },
          {
            "value": "credit_note",
            "label": {
              "fr": "Avoir",
              "en": "Credit note"
            }
          }
        ],
        "default": "invoice"
      },
      {
        "name": "status",
        "type": "list",
        "label": {
          "fr": "État",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "open",
            "label": {
              "fr": "À payer",
              "en": "Open"
            }
          },
          {
            "value": "partly_paid",
            "label": {
              "fr": "Payée en partie",
              "en": "Partly paid"
            }
          },
          {
            "value": "paid",
            "label": {
              "fr": "Payée",
              "en": "Paid"
            }
          },
          {
            "value": "cancelled",
            "label": {
              "fr": "Annulée",
              "en": "Cancelled"
            }
          }
        ]
      },
      {
        "name": "issued_on",
        "type": "date",
        "label": {
          "fr": "Émise le",
          "en": "Issued on"
        }
      },
      {
        "name": "due_on",
        "type": "date",
        "label": {
          "fr": "Échéance",
          "en": "Due on"
        }
      },
      {
        "name": "currency",
        "type": "string",
        "label": {
          "fr": "Devise",
          "en": "Currency"
        },
        "required": true,
        "maxLength": 3,
        "default": "EUR"
      },
      {
        "name": "net",
        "type": "decimal",
        "label": {
          "fr": "Montant HT",
          "en": "Net"
        },
        "help": {
          "fr": "Hors taxes ; négatif pour un avoir.",
          "en": "Excluding VAT; negative for a credit note."
        },
        "required": true,
        "scale": 4
      },
      {
        "name": "gross",
        "type": "decimal",
        "label": {
          "fr": "Montant TTC",
          "en": "Gross"
        },
        "help": {
          "fr": "Taxes comprises ; négatif pour un avoir.",
          "en": "Including VAT; negative for a credit note."
        },
        "required": true,
        "scale": 4
      },
      {
        "name": "remaining",
        "type": "decimal",
        "label": {
          "fr": "Reste à payer",
          "en": "Remaining"
        },
        "help": {
          "fr": "Taxes comprises.",
          "en": "Including VAT."
        },
        "required": true,
        "scale": 4
      },
      {
        "name": "connection",
        "type": "string",
        "label": {
          "fr": "Connexion",
          "en": "Connection"
        },
        "required": true,
        "immutable": true,
        "maxLength": 36,
        "viewPermission": "view api details"
      },
      {
        "name": "external_id",
        "type": "string",
        "label": {
          "fr": "Identifiant externe",
          "en": "External id"
        },
        "required": true,
        "immutable": true,
        "maxLength": 64,
        "viewPermission": "view api details"
      },
      {
        "name": "credited_id",
        "type": "string",
        "label": {
          "fr": "Facture créditée",
          "en": "Credited invoice"
        },
        "help": {
          "fr": "L’identifiant externe de la facture qu’un avoir crédite.",
          "en": "External id of the invoice that a credit note credits."
        },
        "maxLength": 64,
        "viewPermission": "view api details"
      }
    ]
  },
  "sw_assignment": {
    "labelField": "purpose",
    "writable": true,
    "access": {
      "view": "view sw_assignment",
      "create": "create sw_assignment",
      "edit": "edit sw_assignment",
      "delete": "delete sw_assignment"
    },
    "ownerPath": "contact.account",
    "fields": [
      {
        "name": "contact",
        "type": "reference",
        "label": {
          "fr": "Contact",
          "en": "Contact"
        },
        "required": true,
        "immutable": true,
        "target": "sw_contact"
      },
      {
        "name": "purpose",
        "type": "list",
        "label": {
          "fr": "Usage",
          "en": "Purpose"
        },
        "required": true,
        "options": [
          {
            "value": "site",
            "label": {
              "fr": "Site",
              "en": "Site"
            }
          },
          {
            "value": "billing",
            "label": {
              "fr": "Facturation",
              "en": "Billing"
            }
          },
          {
            "value": "support",
            "label": {
              "fr": "Support",
              "en": "Support"
            }
          },
          {
            "value": "communications",
            "label": {
              "fr": "Communications",
              "en": "Communications"
            }
          },
          {
            "value": "tickets",
            "label": {
              "fr": "Tickets",
              "en": "Tickets"
            }
          },
          {
            "value": "deployments",
            "label": {
              "fr": "Déploiements",
              "en": "Deployments"
            }
          }
        ]
      },
      {
        "name": "site",
        "type": "reference",
        "label": {
          "fr": "Site",
          "en": "Site"
        },
        "target": "sw_site"
      },
      {
        "name": "billing_site",
        "type": "reference",
        "label": {
          "fr": "Site de facturation",
          "en": "Billing site"
        },
        "target": "sw_billing_site"
      },
      {
        "name": "valid_from",
        "type": "date",
        "label": {
          "fr": "Depuis",
          "en": "From"
        }
      },
      {
        "name": "valid_to",
        "type": "date",
        "label": {
          "fr": "Jusqu’au",
          "en": "To"
        }
      }
    ]
  },
  "sw_document": {
    "labelField": "title",
    "writable": true,
    "access": {
      "view": "view sw_document",
      "create": "create sw_document",
      "edit": "edit sw_document",
      "delete": "delete sw_document"
    },
    "ownerPath": "account",
    "rowPermissions": [
      "view internal notes"
    ],
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "title",
        "type": "string",
        "label": {
          "fr": "Titre",
          "en": "Title"
        },
        "required": true,
        "maxLength": 200,
        "search": "text"
      },
      {
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Nature",
          "en": "Kind"
        },
        "required": true,
        "options": [
          {
            "value": "contract",
            "label": {
              "fr": "Contrat",
              "en": "Contract"
            }
          },
          {
            "value": "invoice",
            "label": {
              "fr": "Facture",
              "en": "Invoice"
            }
          },
          {
            "value": "quote",
            "label": {
              "fr": "Devis",
              "en": "Quote"
            }
          },
          {
            "value": "other",
            "label": {
              "fr": "Autre",
              "en": "Other"
            }
          }
        ],
        "default": "other"
      },
      {
        "name": "file",
        "type": "file",
        "label": {
          "fr": "Fichier",
          "en": "File"
        },
        "extensions": [
          "pdf",
          "txt",
          "csv",
          "xml",
          "xlsx",
          "docx",
          "png",
          "jpg",
          "jpeg"
        ]
      },
      {
        "name": "internal",
        "type": "boolean",
        "label": {
          "fr": "Interne",
          "en": "Internal"
        },
        "help": {
          "fr": "Ni les clients ni les partenaires ne le voient.",
          "en": "Neither clients nor partners see it."
        },
        "editPermission": "view internal notes",
        "default": false
      }
    ]
  },
  "sw_document_version": {
    "labelField": "number",
    "writable": true,
    "access": {
      "view": "view sw_document_version",
      "create": "create sw_document_version",
      "edit": "edit sw_document_version",
      "delete": "delete sw_document_version"
    },
    "ownerPath": "document.account",
    "rowPermissions": [
      "view internal notes"
    ],
    "fields": [
      {
        "name": "document",
        "type": "reference",
        "label": {
          "fr": "Document",
          "en": "Document"
        },
        "required": true,
        "immutable": true,
        "target": "sw_document"
      },
      {
        "name": "number",
        "type": "integer",
        "label": {
          "fr": "Version",
          "en": "Version"
        },
        "required": true,
        "immutable": true
      },
      {
        "name": "file",
        "type": "file",
        "label": {
          "fr": "Fichier",
          "en": "File"
        },
        "immutable": true,
        "extensions": [
          "pdf",
          "txt",
          "csv",
          "xml",
          "xlsx",
          "docx",
          "png",
          "jpg",
          "jpeg"
        ]
      }
    ]
  },
  "sw_catalogue": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_catalogue",
      "create": "create sw_catalogue",
      "edit": "edit sw_catalogue",
      "delete": "delete sw_catalogue"
    },
    "fields": [
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 120
      },
      {
        "name": "active",
        "type": "boolean",
        "label": {
          "fr": "Actif",
          "en": "Active"
        },
        "default": true
      }
    ]
  },
  "sw_catalogue_item": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_catalogue_item",
      "create": "create sw_catalogue_item",
      "edit": "edit sw_catalogue_item",
      "delete": "delete sw_catalogue_item"
    },
    "fields": [
      {
        "name": "catalogue",
        "type": "reference",
        "label": {
          "fr": "Catalogue",
          "en": "Catalogue"
        },
        "required": true,
        "target": "sw_catalogue"
      },
      {
        "name": "code",
        "type": "string",
        "label": {
          "fr": "Code",
          "en": "Code"
        },
        "required": true,
        "maxLength": 64,
        "search": "text",
        "format": "code"
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 160,
        "search": "text"
      },
      {
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Nature",
          "en": "Kind"
        },
        "required": true,
        "options": [
          {
            "value": "plan",
            "label": {
              "fr": "Forfait",
              "en": "Plan"
            }
          },
          {
            "value": "option",
            "label": {
              "fr": "Option",
              "en": "Option"
            }
          },
          {
            "value": "service",
            "label": {
              "fr": "Service",
              "en": "Service"
            }
          },
          {
            "value": "hardware",
            "label": {
              "fr": "Matériel",
              "en": "Hardware"
            }
          },
          {
            "value": "fee",
            "label": {
              "fr": "Frais ponctuels",
              "en": "One-off fee"
            }
          }
        ]
      },
      {
        "name": "service_type",
        "type": "string",
        "label": {
          "fr": "Type",
          "en": "Type"
        },
        "maxLength": 32
      },
      {
        "name": "supplier",
        "type": "reference",
        "label": {
          "fr": "Fournisseur",
          "en": "Supplier"
        },
        "target": "sw_supplier",
        "viewPermission": "view suppliers"
      },
      {
        "name": "active",
        "type": "boolean",
        "label": {
          "fr": "Actif",
          "en": "Active"
        },
        "default": true
      }
    ]
  },
  "sw_price": {
    "labelField": "direction",
    "writable": true,
    "access": {
      "view": "view sw_price",
      "create": "create sw_price",
      "edit": "edit sw_price",
      "delete": "delete sw_price"
    },
    "rowPermissions": [
      "view sell price",
      "view margin"
    ],
    "fields": [
      {
        "name": "item",
        "type": "reference",
        "label": {
          "fr": "Article",
          "en": "Item"
        },
        "required": true,
        "immutable": true,
        "target": "sw_catalogue_item"
      },
      {
        "name": "direction",
        "type": "list",
        "label": {
          "fr": "Sens",
          "en": "Direction"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "sell",
            "label": {
              "fr": "Vente",
              "en": "Sell"
            }
          },
          {
            "value": "buy",
            "label": {
              "fr": "Achat",
              "en": "Buy"
            }
          }
        ]
      },
      {
        "name": "gross",
        "type": "decimal",
        "label": {
          "fr": "Brut",
          "en": "Gross"
        },
        "required": true,
        "scale": 4,
        "editPermission": "edit prices"
      },
      {
        "name": "discount",
        "type": "decimal",
        "label": {
          "fr": "Remise",
          "en": "Discount"
        },
        "scale": 4,
        "editPermission": "edit prices",
        "default": "0"
      },
      {
        "name": "net",
        "type": "decimal",
        "label": {
          "fr": "Net",
          "en": "Net"
        },
        "required": true,
        "scale": 4,
        "editPermission": "edit prices"
      },
      {
        "name": "billing_period",
        "type": "list",
        "label": {
          "fr": "Périodicité",
          "en": "Billing period"
        },
        "help": {
          "fr": "Vide : mensuel. Sans effet sur les frais ponctuels.",
          "en": "Empty: monthly. Of no effect on one-off fees."
        },
        "options": [
          {
            "value": "month",
            "label": {
              "fr": "Mensuel",
              "en": "Monthly"
            }
          },
          {
            "value": "quarter",
            "label": {
              "fr": "Trimestriel",
              "en": "Quarterly"
            }
          },
          {
            "value": "year",
            "label": {
              "fr": "Annuel",
              "en": "Yearly"
            }
          }
        ],
        "editPermission": "edit prices",
        "default": "month"
      },
      {
        "name": "currency",
        "type": "string",
        "label": {
          "fr": "Devise",
          "en": "Currency"
        },
        "maxLength": 3,
        "default": "EUR"
      },
      {
        "name": "valid_from",
        "type": "date",
        "label": {
          "fr": "À partir du",
          "en": "Valid from"
        },
        "required": true,
        "editPermission": "edit prices"
      },
      {
        "name": "valid_to",
        "type": "date",
        "label": {
          "fr": "Jusqu’au",
          "en": "Valid to"
        },
        "editPermission": "edit prices"
      },
      {
        "name": "source",
        "type": "string",
        "label": {
          "fr": "Origine",
          "en": "Source"
        },
        "maxLength": 160
      }
    ]
  },
  "sw_supplier": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_supplier",
      "create": "create sw_supplier",
      "edit": "edit sw_supplier",
      "delete": "delete sw_supplier"
    },
    "fields": [
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 160,
        "search": "text"
      },
      {
        "name": "code",
        "type": "string",
        "label": {
          "fr": "Code",
          "en": "Code"
        },
        "required": true,
        "maxLength": 32,
        "format": "code"
      },
      {
        "name": "vat_number",
        "type": "string",
        "label": {
          "fr": "TVA",
          "en": "VAT number"
        },
        "maxLength": 32
      },
      {
        "name": "siren",
        "type": "string",
        "label": {
          "fr": "SIREN",
          "en": "SIREN"
        },
        "maxLength": 9,
        "format": "code"
      },
      {
        "name": "invoice_names",
        "type": "string",
        "label": {
          "fr": "Noms sur facture",
          "en": "Names on invoices"
        },
        "help": {
          "fr": "Noms sous lesquels le fournisseur signe ses factures ; ils servent à le reconnaître.",
          "en": "Names under which the supplier signs invoices; they serve to recognise it."
        },
        "multiple": true,
        "maxLength": 160
      },
      {
        "name": "adapter",
        "type": "string",
        "label": {
          "fr": "Connecteur",
          "en": "Adapter"
        },
        "maxLength": 32,
        "viewPermission": "view api details"
      },
      {
        "name": "invoice_mapping",
        "type": "string",
        "label": {
          "fr": "Format du détail",
          "en": "Detail format"
        },
        "maxLength": 64
      },
      {
        "name": "notice_days",
        "type": "integer",
        "label": {
          "fr": "Préavis de résiliation en jours",
          "en": "Termination notice in days"
        },
        "default": 0
      },
      {
        "name": "proration",
        "type": "list",
        "label": {
          "fr": "Prorata",
          "en": "Proration"
        },
        "help": {
          "fr": "Comment ce fournisseur facture une partie de mois. Vide : reconnu sur chaque facture.",
          "en": "How this supplier bills a part of a month. Empty: recognised from each invoice."
        },
        "options": [
          {
            "value": "calendar",
            "label": {
              "fr": "Jours du mois",
              "en": "Days of the month"
            }
          },
          {
            "value": "thirty",
            "label": {
              "fr": "Mois de 30 jours",
              "en": "Months of 30 days"
            }
          },
          {
            "value": "year",
            "label": {
              "fr": "Jours de l’année",
              "en": "Days of the year"
            }
          }
        ]
      },
      {
        "name": "dispute_days",
        "type": "integer",
        "label": {
          "fr": "Délai de contestation en jours",
          "en": "Days to dispute"
        },
        "help": {
          "fr": "Jours après la date d’une facture pendant lesquels le fournisseur accepte une réclamation.",
          "en": "Days after an invoice’s date during which the supplier accepts a claim."
        },
        "default": 45
      },
      {
        "name": "follow_up_days",
        "type": "integer",
        "label": {
          "fr": "Relance après jours",
          "en": "Follow up after days"
        },
        "default": 42
      },
      {
        "name": "dispute_email",
        "type": "email",
        "label": {
          "fr": "Adresse des réclamations",
          "en": "Address for claims"
        }
      },
      {
        "name": "electronic_address",
        "type": "string",
        "label": {
          "fr": "Adresse de facturation électronique",
          "en": "E-invoicing address"
        },
        "help": {
          "fr": "Sur le réseau de facturation électronique français. Vide : le SIREN.",
          "en": "On the French e-invoicing network. Empty: the SIREN."
        },
        "maxLength": 128,
        "format": "code"
      }
    ]
  },
  "sw_task": {
    "labelField": "title",
    "writable": true,
    "access": {
      "view": "view sw_task",
      "create": "create sw_task",
      "edit": "edit sw_task",
      "delete": "delete sw_task"
    },
    "ownerPath": "account",
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "target": "sw_account"
      },
      {
        "name": "title",
        "type": "string",
        "label": {
          "fr": "Titre",
          "en": "Title"
        },
        "required": true,
        "maxLength": 200
      },
      {
        "name": "due_on",
        "type": "date",
        "label": {
          "fr": "Échéance",
          "en": "Due on"
        }
      },
      {
        "name": "assignee",
        "type": "reference",
        "label": {
          "fr": "Responsable",
          "en": "Assignee"
        },
        "target": "user"
      },
      {
        "name": "status",
        "type": "list",
        "label": {
          "fr": "Statut",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "open",
            "label": {
              "fr": "À faire",
              "en": "Open"
            }
          },
          {
            "value": "done",
            "label": {
              "fr": "Faite",
              "en": "Done"
            }
          }
        ],
        "default": "open"
      }
    ]
  },
  "sw_anomaly": {
    "labelField": "check",
    "writable": true,
    "access": {
      "view": "view anomalies",
      "create": "manage anomalies",
      "edit": "manage anomalies",
      "delete": "administer brand"
    },
    "ownerPath": "account",
    "rowPermissions": [
      "view anomalies"
    ],
    "fields": [
      {
        "name": "key",
        "type": "string",
        "label": {
          "fr": "Clé",
          "en": "Key"
        },
        "required": true,
        "immutable": true,
        "maxLength": 191
      },
      {
        "name": "check",
        "type": "list",
        "label": {
          "fr": "Contrôle",
          "en": "Check"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "manual",
            "label": {
              "fr": "Signalée par une personne",
              "en": "Reported by a person"
            }
          }
        ]
      },
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "supplier",
        "type": "reference",
        "label": {
          "fr": "Fournisseur",
          "en": "Supplier"
        },
        "immutable": true,
        "target": "sw_supplier"
      },
      {
        "name": "period_start",
        "type": "date",
        "label": {
          "fr": "Début de période",
          "en": "Period start"
        },
        "required": true,
        "immutable": true
      },
      {
        "name": "period_end",
        "type": "date",
        "label": {
          "fr": "Fin de période",
          "en": "Period end"
        },
        "required": true,
        "immutable": true
      },
      {
        "name": "expected",
        "type": "decimal",
        "label": {
          "fr": "Attendu",
          "en": "Expected"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "found",
        "type": "decimal",
        "label": {
          "fr": "Facturé",
          "en": "Found"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "amount",
        "type": "decimal",
        "label": {
          "fr": "Écart sur la période",
          "en": "Gap over the period"
        },
        "required": true,
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "amount_per_month",
        "type": "decimal",
        "label": {
          "fr": "Écart par mois",
          "en": "Gap per month"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "cumulated",
        "type": "decimal",
        "label": {
          "fr": "Écart cumulé",
          "en": "Cumulated gap"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "recovered",
        "type": "decimal",
        "label": {
          "fr": "Récupéré",
          "en": "Recovered"
        },
        "scale": 4,
        "viewPermission": "view margin",
        "default": "0"
      },
      {
        "name": "evidence",
        "type": "json",
        "label": {
          "fr": "Preuve",
          "en": "Evidence"
        },
        "viewPermission": "view margin"
      },
      {
        "name": "status",
        "type": "state",
        "label": {
          "fr": "État",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "open",
            "label": {
              "fr": "À traiter",
              "en": "Open"
            }
          },
          {
            "value": "explained",
            "label": {
              "fr": "Expliquée",
              "en": "Explained"
            }
          },
          {
            "value": "accepted",
            "label": {
              "fr": "Acceptée",
              "en": "Accepted"
            }
          },
          {
            "value": "disputed",
            "label": {
              "fr": "Réclamée",
              "en": "Disputed"
            }
          },
          {
            "value": "credited",
            "label": {
              "fr": "Créditée",
              "en": "Credited"
            }
          },
          {
            "value": "corrected",
            "label": {
              "fr": "Corrigée",
              "en": "Corrected"
            }
          },
          {
            "value": "false_positive",
            "label": {
              "fr": "Faux positif",
              "en": "False positive"
            }
          }
        ],
        "default": "open"
      },
      {
        "name": "reason",
        "type": "text",
        "label": {
          "fr": "Motif",
          "en": "Reason"
        }
      },
      {
        "name": "dispute",
        "type": "reference",
        "label": {
          "fr": "Réclamation",
          "en": "Dispute"
        },
        "target": "sw_dispute"
      }
    ],
    "workflow": {
      "field": "status",
      "initial": [
        "open"
      ],
      "transitions": [
        {
          "name": "explain",
          "from": [
            "open",
            "disputed"
          ],
          "to": "explained",
          "permission": "manage anomalies",
          "requires": [
            "reason"
          ],
          "label": {
            "fr": "Expliquer",
            "en": "Explain"
          }
        },
        {
          "name": "accept",
          "from": [
            "open",
            "disputed"
          ],
          "to": "accepted",
          "permission": "manage anomalies",
          "requires": [
            "reason"
          ],
          "label": {
            "fr": "Accepter",
            "en": "Accept"
          }
        },
        {
          "name": "dispute",
          "from": [
            "open"
          ],
          "to": "disputed",
          "permission": "manage anomalies",
          "requires": [
            "dispute"
          ],
          "label": {
            "fr": "Réclamer",
            "en": "Dispute"
          }
        },
        {
          "name": "credit",
          "from": [
            "open",
            "disputed"
          ],
          "to": "credited",
          "permission": "manage anomalies",
          "label": {
            "fr": "Créditer",
            "en": "Credit"
          },
          "requires": []
        },
        {
          "name": "correct",
          "from": [
            "open",
            "disputed"
          ],
          "to": "corrected",
          "permission": "manage anomalies",
          "label": {
            "fr": "Corriger",
            "en": "Correct"
          },
          "requires": []
        },
        {
          "name": "reject",
          "from": [
            "open",
            "disputed"
          ],
          "to": "false_positive",
          "permission": "manage anomalies",
          "requires": [
            "reason"
          ],
          "label": {
            "fr": "Faux positif",
            "en": "False positive"
          }
        },
        {
          "name": "reopen",
          "from": [
            "explained",
            "accepted",
            "disputed",
            "corrected",
            "false_positive"
          ],
          "to": "open",
          "permission": "manage anomalies",
          "label": {
            "fr": "Rouvrir",
            "en": "Reopen"
          },
          "requires": []
        }
      ]
    }
  },
  "sw_dispute": {
    "labelField": "reference",
    "writable": true,
    "access": {
      "view": "view anomalies",
      "create": "manage anomalies",
      "edit": "manage anomalies",
      "delete": "administer brand"
    },
    "fields": [
      {
        "name": "reference",
        "type": "string",
        "label": {
          "fr": "Référence",
          "en": "Reference"
        },
        "required": true,
        "maxLength": 64
      },
      {
        "name": "supplier",
        "type": "reference",
        "label": {
          "fr": "Fournisseur",
          "en": "Supplier"
        },
        "required": true,
        "immutable": true,
        "target": "sw_supplier"
      },
      {
        "name": "status",
        "type": "list",
        "label": {
          "fr": "État",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "draft",
            "label": {
              "fr": "Brouillon",
              "en": "Draft"
            }
          },
          {
            "value": "sent",
            "label": {
              "fr": "Envoyée",
              "en": "Sent"
            }
          },
          {
            "value": "answered",
            "label": {
              "fr": "Répondue",
              "en": "Answered"
            }
          },
          {
            "value": "closed",
            "label": {
              "fr": "Close",
              "en": "Closed"
            }
          }
        ],
        "default": "draft"
      },
      {
        "name": "sent_on",
        "type": "date",
        "label": {
          "fr": "Envoyée le",
          "en": "Sent on"
        }
      },
      {
        "name": "due_on",
        "type": "date",
        "label": {
          "fr": "À réclamer avant le",
          "en": "Claim before"
        },
        "help": {
          "fr": "Dernier jour où le fournisseur accepte la contestation de ces factures.",
          "en": "Last day on which the supplier accepts that these invoices are contested."
        }
      },
      {
        "name": "follow_up_on",
        "type": "date",
        "label": {
          "fr": "À relancer le",
          "en": "Follow up on"
        }
      },
      {
        "name": "promised_on",
        "type": "date",
        "label": {
          "fr": "Avoir promis le",
          "en": "Credit promised on"
        }
      },
      {
        "name": "claimed_amount",
        "type": "decimal",
        "label": {
          "fr": "Montant réclamé",
          "en": "Claimed amount"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "answered_on",
        "type": "date",
        "label": {
          "fr": "Répondue le",
          "en": "Answered on"
        }
      },
      {
        "name": "credited_amount",
        "type": "decimal",
        "label": {
          "fr": "Montant crédité",
          "en": "Credited amount"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "comment",
        "type": "text",
        "label": {
          "fr": "Commentaire",
          "en": "Comment"
        }
      },
      {
        "name": "mailed_at",
        "type": "datetime",
        "label": {
          "fr": "Envoyée par mail le",
          "en": "Mailed on"
        }
      },
      {
        "name": "mailed_to",
        "type": "email",
        "label": {
          "fr": "Envoyée par mail à",
          "en": "Mailed to"
        }
      }
    ]
  },
  "sw_check_setting": {
    "labelField": "check",
    "writable": true,
    "access": {
      "view": "view anomalies",
      "create": "manage anomalies",
      "edit": "manage anomalies",
      "delete": "manage anomalies"
    },
    "ownerPath": "account",
    "fields": [
      {
        "name": "check",
        "type": "list",
        "label": {
          "fr": "Contrôle",
          "en": "Check"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "manual",
            "label": {
              "fr": "Signalée par une personne",
              "en": "Reported by a person"
            }
          }
        ]
      },
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "supplier",
        "type": "reference",
        "label": {
          "fr": "Fournisseur",
          "en": "Supplier"
        },
        "immutable": true,
        "target": "sw_supplier"
      },
      {
        "name": "valid_from",
        "type": "date",
        "label": {
          "fr": "À partir du",
          "en": "Valid from"
        },
        "help": {
          "fr": "Premier jour facturé pour lequel il vaut.",
          "en": "First billed day that it holds for."
        },
        "required": true
      },
      {
        "name": "valid_to",
        "type": "date",
        "label": {
          "fr": "Jusqu’au",
          "en": "Valid to"
        }
      },
      {
        "name": "enabled",
        "type": "boolean",
        "label": {
          "fr": "Contrôle actif",
          "en": "Check is on"
        },
        "default": true
      },
      {
        "name": "tolerance",
        "type": "decimal",
        "label": {
          "fr": "Tolérance en euros",
          "en": "Tolerance in euros"
        },
        "help": {
          "fr": "Écart par ligne de facture jusqu’auquel rien n’est signalé. Vide : un centime.",
          "en": "Gap per invoice row up to which nothing is reported. Empty: one cent."
        },
        "scale": 4
      },
      {
        "name": "reason",
        "type": "text",
        "label": {
          "fr": "Motif",
          "en": "Reason"
        }
      }
    ]
  },
  "sw_action": {
    "labelField": "operation",
    "writable": true,
    "access": {
      "view": "view sw_action",
      "create": "carry out actions",
      "edit": "carry out actions",
      "delete": "administer brand"
    },
    "ownerPath": "account",
    "fields": [
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "billing_site",
        "type": "reference",
        "label": {
          "fr": "Site de facturation",
          "en": "Billing site"
        },
        "immutable": true,
        "target": "sw_billing_site"
      },
      {
        "name": "capability",
        "type": "list",
        "label": {
          "fr": "Capacité",
          "en": "Capability"
        },
        "help": {
          "fr": "Ce que l’on demande, quel que soit le fournisseur qui l’offre.",
          "en": "What is asked for, whichever vendor offers it."
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "billing",
            "label": {
              "fr": "Facturation",
              "en": "Billing"
            }
          }
        ]
      },
      {
        "name": "operation",
        "type": "list",
        "label": {
          "fr": "Opération",
          "en": "Operation"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "create_customer",
            "label": {
              "fr": "Créer le client facturé",
              "en": "Create the billed customer"
            }
          },
          {
            "value": "create_service",
            "label": {
              "fr": "Créer un service facturé",
              "en": "Create a billed service"
            }
          },
          {
            "value": "modify_subscription",
            "label": {
              "fr": "Modifier l’abonnement",
              "en": "Modify the subscription"
            }
          },
          {
            "value": "end_service",
            "label": {
              "fr": "Mettre fin au service facturé",
              "en": "End the billed service"
            }
          },
          {
            "value": "add_option",
            "label": {
              "fr": "Ajouter une option facturée",
              "en": "Add a billed option"
            }
          },
          {
            "value": "add_hardware",
            "label": {
              "fr": "Ajouter du matériel",
              "en": "Add hardware"
            }
          },
          {
            "value": "add_fee",
            "label": {
              "fr": "Ajouter des frais ponctuels",
              "en": "Add a one-off fee"
            }
          }
        ]
      },
      {
        "name": "payload",
        "type": "json",
        "label": {
          "fr": "Contenu",
          "en": "Content"
        },
        "help": {
          "fr": "Sa forme dépend de l’opération.",
          "en": "Its shape depends on the operation."
        },
        "immutable": true
      },
      {
        "name": "corrected",
        "type": "json",
        "label": {
          "fr": "Contenu corrigé",
          "en": "Corrected content"
        },
        "help": {
          "fr": "Ce qui vaut à la place du contenu, depuis qu’une personne l’a corrigé.",
          "en": "What holds instead of the content since a person corrected it."
        }
      },
      {
        "name": "depends_on",
        "type": "reference",
        "label": {
          "fr": "Après",
          "en": "After"
        },
        "help": {
          "fr": "Les actions qui doivent être terminées avant celle-ci.",
          "en": "The actions that have to be done before this one."
        },
        "immutable": true,
        "multiple": true,
        "target": "sw_action"
      },
      {
        "name": "compensates",
        "type": "reference",
        "label": {
          "fr": "Défait",
          "en": "Undoes"
        },
        "help": {
          "fr": "L’action dont celle-ci défait l’effet.",
          "en": "The action whose effect this one undoes."
        },
        "immutable": true,
        "target": "sw_action"
      },
      {
        "name": "planned_on",
        "type": "date",
        "label": {
          "fr": "Prévue le",
          "en": "Planned on"
        }
      },
      {
        "name": "status",
        "type": "state",
        "label": {
          "fr": "État",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "ready",
            "label": {
              "fr": "Prête",
              "en": "Ready"
            }
          },
          {
            "value": "submitted",
            "label": {
              "fr": "Envoyée",
              "en": "Submitted"
            }
          },
          {
            "value": "acknowledged",
            "label": {
              "fr": "Accusée",
              "en": "Acknowledged"
            }
          },
          {
            "value": "held",
            "label": {
              "fr": "Retenue",
              "en": "Held"
            }
          },
          {
            "value": "correcting",
            "label": {
              "fr": "Correction à envoyer",
              "en": "Correction to send"
            }
          },
          {
            "value": "in_progress",
            "label": {
              "fr": "En cours",
              "en": "In progress"
            }
          },
          {
            "value": "delivered",
            "label": {
              "fr": "Livrée",
              "en": "Delivered"
            }
          },
          {
            "value": "done",
            "label": {
              "fr": "Terminée",
              "en": "Done"
            }
          },
          {
            "value": "rejected_by_us",
            "label": {
              "fr": "Refusée par nous",
              "en": "Rejected by us"
            }
          },
          {
            "value": "rejected_by_vendor",
            "label": {
              "fr": "Refusée par le fournisseur",
              "en": "Rejected by the vendor"
            }
          },
          {
            "value": "cancelling",
            "label": {
              "fr": "Annulation demandée",
              "en": "Cancelling"
            }
          },
          {
            "value": "cancelled",
            "label": {
              "fr": "Annulée",
              "en": "Cancelled"
            }
          },
          {
            "value": "unknown",
            "label": {
              "fr": "Issue inconnue",
              "en": "Unknown outcome"
            }
          }
        ],
        "default": "ready"
      },
      {
        "name": "reason",
        "type": "string",
        "label": {
          "fr": "Motif",
          "en": "Reason"
        },
        "help": {
          "fr": "Pourquoi elle est retenue ou refusée, dans les mots de qui le dit.",
          "en": "Why it is held or rejected, in the words of whoever says so."
        },
        "maxLength": 255
      },
      {
        "name": "milestones",
        "type": "json",
        "label": {
          "fr": "Étapes du fournisseur",
          "en": "Vendor milestones"
        }
      },
      {
        "name": "idempotency_key",
        "type": "string",
        "label": {
          "fr": "Clé d’idempotence",
          "en": "Idempotency key"
        },
        "required": true,
        "immutable": true,
        "maxLength": 128,
        "viewPermission": "view api details"
      },
      {
        "name": "attempts",
        "type": "integer",
        "label": {
          "fr": "Tentatives",
          "en": "Attempts"
        },
        "viewPermission": "view api details",
        "default": 0
      },
      {
        "name": "next_attempt_at",
        "type": "datetime",
        "label": {
          "fr": "Prochain essai le",
          "en": "Next attempt at"
        }
      },
      {
        "name": "vendor_reference",
        "type": "string",
        "label": {
          "fr": "Référence fournisseur",
          "en": "Vendor reference"
        },
        "maxLength": 128,
        "viewPermission": "view api details"
      },
      {
        "name": "result",
        "type": "text",
        "label": {
          "fr": "Résultat",
          "en": "Result"
        },
        "viewPermission": "view api details"
      }
    ],
    "workflow": {
      "field": "status",
      "initial": [
        "ready"
      ],
      "transitions": [
        {
          "name": "submit",
          "from": [
            "ready",
            "correcting"
          ],
          "to": "submitted",
          "label": {
            "fr": "Envoyer",
            "en": "Submit"
          },
          "requires": []
        },
        {
          "name": "postpone",
          "from": [
            "submitted"
          ],
          "to": "ready",
          "label": {
            "fr": "Remettre",
            "en": "Postpone"
          },
          "requires": []
        },
        {
          "name": "acknowledge",
          "from": [
            "submitted",
            "held",
            "correcting",
            "cancelling",
            "unknown"
          ],
          "to": "acknowledged",
          "label": {
            "fr": "Accuser réception",
            "en": "Acknowledge"
          },
          "requires": []
        },
        {
          "name": "hold",
          "from": [
            "submitted",
            "acknowledged",
            "correcting",
            "in_progress",
            "unknown"
          ],
          "to": "held",
          "requires": [
            "reason"
          ],
          "label": {
            "fr": "Retenir",
            "en": "Hold"
          }
        },
        {
          "name": "correct",
          "from": [
            "held",
            "rejected_by_vendor"
          ],
          "to": "correcting",
          "requires": [
            "corrected"
          ],
          "writes": [
            "corrected"
          ],
          "label": {
            "fr": "Corriger",
            "en": "Correct"
          }
        },
        {
          "name": "progress",
          "from": [
            "submitted",
            "acknowledged",
            "held",
            "correcting",
            "cancelling",
            "unknown"
          ],
          "to": "in_progress",
          "label": {
            "fr": "Avancer",
            "en": "Progress"
          },
          "requires": []
        },
        {
          "name": "deliver",
          "from": [
            "submitted",
            "acknowledged",
            "held",
            "correcting",
            "in_progress",
            "cancelling",
            "unknown"
          ],
          "to": "delivered",
          "label": {
            "fr": "Livrer",
            "en": "Deliver"
          },
          "requires": []
        },
        {
          "name": "complete",
          "from": [
            "submitted",
            "acknowledged",
            "held",
            "correcting",
            "in_progress",
            "delivered",
            "cancelling",
            "unknown"
          ],
          "to": "done",
          "label": {
            "fr": "Terminer",
            "en": "Complete"
          },
          "requires": []
        },
        {
          "name": "reject",
          "from": [
            "ready"
          ],
          "to": "rejected_by_us",
          "requires": [
            "reason"
          ],
          "label": {
            "fr": "Refuser",
            "en": "Reject"
          }
        },
        {
          "name": "refuse",
          "from": [
            "submitted",
            "acknowledged",
            "held",
            "correcting",
            "in_progress",
            "unknown"
          ],
          "to": "rejected_by_vendor",
          "requires": [
            "reason"
          ],
          "label": {
            "fr": "Constater le refus",
            "en": "Record the refusal"
          }
        },
        {
          "name": "lose",
          "from": [
            "submitted",
            "cancelling"
          ],
          "to": "unknown",
          "label": {
            "fr": "Perdre de vue",
            "en": "Lose sight"
          },
          "requires": []
        },
        {
          "name": "retry",
          "from": [
            "rejected_by_us",
            "rejected_by_vendor",
            "unknown"
          ],
          "to": "ready",
          "label": {
            "fr": "Réessayer",
            "en": "Retry"
          },
          "requires": []
        },
        {
          "name": "request_cancel",
          "from": [
            "submitted",
            "acknowledged",
            "held",
            "correcting",
            "in_progress"
          ],
          "to": "cancelling",
          "label": {
            "fr": "Demander l’annulation",
            "en": "Ask to cancel"
          },
          "requires": []
        },
        {
          "name": "cancel",
          "from": [
            "ready",
            "rejected_by_us",
            "rejected_by_vendor",
            "cancelling",
            "unknown"
          ],
          "to": "cancelled",
          "label": {
            "fr": "Annuler",
            "en": "Cancel"
          },
          "requires": []
        },
        {
          "name": "restore",
          "from": [
            "cancelled"
          ],
          "to": "ready",
          "label": {
            "fr": "Prévoir à nouveau",
            "en": "Plan again"
          },
          "requires": []
        }
      ]
    }
  },
  "sw_saved_view": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_saved_view",
      "create": "create sw_saved_view",
      "edit": "edit sw_saved_view",
      "delete": "delete sw_saved_view"
    },
    "journal": false,
    "fields": [
      {
        "name": "owner",
        "type": "reference",
        "label": {
          "fr": "Propriétaire",
          "en": "Owner"
        },
        "target": "user"
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 80
      },
      {
        "name": "list",
        "type": "string",
        "label": {
          "fr": "Liste",
          "en": "List"
        },
        "required": true,
        "maxLength": 64
      },
      {
        "name": "query",
        "type": "json",
        "label": {
          "fr": "Contenu",
          "en": "Content"
        }
      }
    ]
  },
  "sw_import_mapping": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_import_mapping",
      "create": "create sw_import_mapping",
      "edit": "edit sw_import_mapping",
      "delete": "delete sw_import_mapping"
    },
    "journal": false,
    "fields": [
      {
        "name": "kind",
        "type": "string",
        "label": {
          "fr": "Nature",
          "en": "Kind"
        },
        "required": true,
        "immutable": true,
        "maxLength": 64
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Nom",
          "en": "Name"
        },
        "required": true,
        "maxLength": 80
      },
      {
        "name": "mapping",
        "type": "json",
        "label": {
          "fr": "Colonnes et champs",
          "en": "Columns and fields"
        }
      }
    ]
  },
  "sw_notification": {
    "labelField": "kind",
    "writable": true,
    "access": {
      "view": "view sw_notification",
      "create": "send notifications",
      "edit": "edit sw_notification",
      "delete": "send notifications"
    },
    "journal": false,
    "ownerPath": "account",
    "fields": [
      {
        "name": "recipient",
        "type": "reference",
        "label": {
          "fr": "Destinataire",
          "en": "Recipient"
        },
        "required": true,
        "immutable": true,
        "target": "user"
      },
      {
        "name": "kind",
        "type": "string",
        "label": {
          "fr": "Événement",
          "en": "Event"
        },
        "required": true,
        "immutable": true,
        "maxLength": 64
      },
      {
        "name": "event_key",
        "type": "string",
        "label": {
          "fr": "Clé de l’événement",
          "en": "Event key"
        },
        "required": true,
        "immutable": true,
        "maxLength": 128
      },
      {
        "name": "subject_type",
        "type": "string",
        "label": {
          "fr": "Type d’objet",
          "en": "Object type"
        },
        "required": true,
        "immutable": true,
        "maxLength": 64
      },
      {
        "name": "subject_id",
        "type": "string",
        "label": {
          "fr": "Objet",
          "en": "Object id"
        },
        "immutable": true,
        "maxLength": 36
      },
      {
        "name": "subject_label",
        "type": "string",
        "label": {
          "fr": "Nom de l’objet",
          "en": "Object label"
        },
        "immutable": true,
        "maxLength": 255
      },
      {
        "name": "subject_count",
        "type": "integer",
        "label": {
          "fr": "Nombre d’objets",
          "en": "Number of objects"
        },
        "immutable": true,
        "default": 1
      },
      {
        "name": "value",
        "type": "string",
        "label": {
          "fr": "Nouvelle valeur",
          "en": "New value"
        },
        "immutable": true,
        "maxLength": 64
      },
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "account_label",
        "type": "string",
        "label": {
          "fr": "Nom du compte",
          "en": "Account name"
        },
        "immutable": true,
        "maxLength": 255
      },
      {
        "name": "account_count",
        "type": "integer",
        "label": {
          "fr": "Nombre de comptes",
          "en": "Number of accounts"
        },
        "immutable": true,
        "default": 0
      },
      {
        "name": "actor_name",
        "type": "string",
        "label": {
          "fr": "Auteur",
          "en": "Actor name"
        },
        "immutable": true,
        "maxLength": 160
      },
      {
        "name": "occurred_at",
        "type": "datetime",
        "label": {
          "fr": "Date",
          "en": "Time"
        },
        "required": true,
        "immutable": true
      },
      {
        "name": "read_at",
        "type": "datetime",
        "label": {
          "fr": "Lue le",
          "en": "Read at"
        }
      }
    ]
  },
  "sw_subscription": {
    "labelField": "kind",
    "writable": true,
    "access": {
      "view": "view sw_subscription",
      "create": "create sw_subscription",
      "edit": "edit sw_subscription",
      "delete": "delete sw_subscription"
    },
    "journal": false,
    "fields": [
      {
        "name": "subscriber",
        "type": "reference",
        "label": {
          "fr": "Abonné",
          "en": "Subscriber"
        },
        "required": true,
        "immutable": true,
        "target": "user"
      },
      {
        "name": "kind",
        "type": "string",
        "label": {
          "fr": "Événement",
          "en": "Event"
        },
        "immutable": true,
        "maxLength": 64
      },
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte suivi",
          "en": "Followed account"
        },
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "console",
        "type": "boolean",
        "label": {
          "fr": "Dans la console",
          "en": "In the console"
        },
        "default": true
      },
      {
        "name": "mail",
        "type": "boolean",
        "label": {
          "fr": "Par mail",
          "en": "By mail"
        },
        "default": true
      }
    ]
  },
  "sw_mail_template": {
    "labelField": "kind",
    "writable": true,
    "access": {
      "view": "view sw_mail_template",
      "create": "administer brand",
      "edit": "administer brand",
      "delete": "administer brand"
    },
    "fields": [
      {
        "name": "kind",
        "type": "string",
        "label": {
          "fr": "Événement",
          "en": "Event"
        },
        "required": true,
        "immutable": true,
        "maxLength": 64
      },
      {
        "name": "locale",
        "type": "list",
        "label": {
          "fr": "Langue",
          "en": "Language"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "fr",
            "label": {
              "fr": "Français",
              "en": "French"
            }
          },
          {
            "value": "en",
            "label": {
              "fr": "Anglais",
              "en": "English"
            }
          }
        ]
      },
      {
        "name": "subject",
        "type": "string",
        "label": {
          "fr": "Objet",
          "en": "Subject"
        },
        "required": true,
        "maxLength": 200
      },
      {
        "name": "body",
        "type": "text",
        "label": {
          "fr": "Texte",
          "en": "Text"
        },
        "required": true
      }
    ]
  },
  "sw_layout": {
    "labelField": "role",
    "writable": true,
    "access": {
      "view": "authenticated",
      "create": "administer brand",
      "edit": "administer brand",
      "delete": "administer brand"
    },
    "fields": [
      {
        "name": "role",
        "type": "string",
        "label": {
          "fr": "Rôle",
          "en": "Role"
        },
        "required": true,
        "immutable": true,
        "maxLength": 32
      },
      {
        "name": "screen",
        "type": "list",
        "label": {
          "fr": "Écran",
          "en": "Screen"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "account",
            "label": {
              "fr": "Compte client",
              "en": "Account"
            }
          },
          {
            "value": "home",
            "label": {
              "fr": "Accueil",
              "en": "Home"
            }
          }
        ],
        "default": "account"
      },
      {
        "name": "blocks",
        "type": "string",
        "label": {
          "fr": "Blocs",
          "en": "Blocks"
        },
        "help": {
          "fr": "Noms techniques des blocs, dans l’ordre d’affichage.",
          "en": "Machine names of the blocks, in the order they are shown."
        },
        "multiple": true,
        "maxLength": 64
      }
    ]
  },
  "sw_journal_entry": {
    "labelField": "operation",
    "writable": false,
    "access": {
      "view": "view sw_journal_entry",
      "create": "create sw_journal_entry",
      "edit": "edit sw_journal_entry",
      "delete": "delete sw_journal_entry"
    },
    "journal": false,
    "ownerPath": "account",
    "fields": [
      {
        "name": "sequence",
        "type": "integer",
        "label": {
          "fr": "Séquence",
          "en": "Sequence"
        }
      },
      {
        "name": "occurred_at",
        "type": "datetime",
        "label": {
          "fr": "Date",
          "en": "Time"
        }
      },
      {
        "name": "actor",
        "type": "reference",
        "label": {
          "fr": "Auteur",
          "en": "Actor"
        },
        "target": "user"
      },
      {
        "name": "actor_name",
        "type": "string",
        "label": {
          "fr": "Nom de l’auteur",
          "en": "Actor name"
        },
        "maxLength": 160
      },
      {
        "name": "operation",
        "type": "list",
        "label": {
          "fr": "Opération",
          "en": "Operation"
        },
        "options": [
          {
            "value": "create",
            "label": {
              "fr": "Création",
              "en": "Create"
            }
          },
          {
            "value": "update",
            "label": {
              "fr": "Modification",
              "en": "Update"
            }
          },
          {
            "value": "delete",
            "label": {
              "fr": "Suppression",
              "en": "Delete"
            }
          }
        ]
      },
      {
        "name": "subject_type",
        "type": "string",
        "label": {
          "fr": "Type d’objet",
          "en": "Object type"
        },
        "maxLength": 64
      },
      {
        "name": "subject_id",
        "type": "string",
        "label": {
          "fr": "Objet",
          "en": "Object id"
        },
        "maxLength": 36
      },
      {
        "name": "subject_label",
        "type": "string",
        "label": {
          "fr": "Nom de l’objet",
          "en": "Object label"
        },
        "maxLength": 255
      },
      {
        "name": "subject_version",
        "type": "integer",
        "label": {
          "fr": "Version de l’objet",
          "en": "Object version"
        }
      },
      {
        "name": "account",
        "type": "reference",
        "label": {
          "fr": "Compte",
          "en": "Account"
        },
        "target": "sw_account"
      },
      {
        "name": "changes",
        "type": "change",
        "label": {
          "fr": "Changements",
          "en": "Changes"
        },
        "multiple": true
      },
      {
        "name": "cause",
        "type": "list",
        "label": {
          "fr": "Cause",
          "en": "Cause"
        },
        "options": [
          {
            "value": "user",
            "label": {
              "fr": "Utilisateur",
              "en": "User"
            }
          },
          {
            "value": "import",
            "label": {
              "fr": "Import",
              "en": "Import"
            }
          },
          {
            "value": "connector",
            "label": {
              "fr": "Connecteur",
              "en": "Connector"
            }
          },
          {
            "value": "rule",
            "label": {
              "fr": "Règle",
              "en": "Rule"
            }
          }
        ]
      },
      {
        "name": "request_id",
        "type": "string",
        "label": {
          "fr": "Requête",
          "en": "Request id"
        },
        "maxLength": 64
      },
      {
        "name": "undoes",
        "type": "string",
        "label": {
          "fr": "Requête annulée",
          "en": "Request taken back"
        },
        "maxLength": 64
      },
      {
        "name": "view_permission",
        "type": "string",
        "label": {
          "fr": "Permission nécessaire",
          "en": "Needed permission"
        },
        "maxLength": 64
      },
      {
        "name": "previous_hash",
        "type": "string",
        "label": {
          "fr": "Empreinte précédente",
          "en": "Previous hash"
        },
        "maxLength": 64
      },
      {
        "name": "hash",
        "type": "string",
        "label": {
          "fr": "Empreinte",
          "en": "Hash"
        },
        "maxLength": 64
      }
    ]
  },
  "user": {
    "labelField": "display_name",
    "writable": false,
    "access": {
      "view": "authenticated",
      "create": "administer brand",
      "edit": "administer brand",
      "delete": "administer brand"
    },
    "fields": [
      {
        "name": "display_name",
        "type": "string",
        "label": {
          "fr": "Nom affiché",
          "en": "Display name"
        }
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Identifiant",
          "en": "Sign-in name"
        }
      },
      {
        "name": "mail",
        "type": "email",
        "label": {
          "fr": "E-mail",
          "en": "E-mail"
        }
      },
      {
        "name": "status",
        "type": "boolean",
        "label": {
          "fr": "Actif",
          "en": "Active"
        }
      },
      {
        "name": "preferred_langcode",
        "type": "string",
        "label": {
          "fr": "Langue",
          "en": "Language"
        }
      },
      {
        "name": "permissions",
        "type": "string",
        "label": {
          "fr": "Permissions effectives",
          "en": "Effective permissions"
        },
        "multiple": true
      },
      {
        "name": "full_name",
        "type": "string",
        "label": {
          "fr": "Nom complet",
          "en": "Full name"
        },
        "maxLength": 160
      },
      {
        "name": "user_type",
        "type": "list",
        "label": {
          "fr": "Type d’utilisateur",
          "en": "User type"
        },
        "options": [
          {
            "value": "internal",
            "label": {
              "fr": "Interne",
              "en": "Internal"
            }
          },
          {
            "value": "client",
            "label": {
              "fr": "Client",
              "en": "Client"
            }
          },
          {
            "value": "partner",
            "label": {
              "fr": "Partenaire",
              "en": "Partner"
            }
          },
          {
            "value": "reseller",
            "label": {
              "fr": "Revendeur",
              "en": "Reseller"
            }
          },
          {
            "value": "technician",
            "label": {
              "fr": "Technicien",
              "en": "Technician"
            }
          },
          {
            "value": "service",
            "label": {
              "fr": "Service",
              "en": "Service"
            }
          }
        ],
        "editPermission": "administer brand",
        "default": "client"
      },
      {
        "name": "business_roles",
        "type": "string",
        "label": {
          "fr": "Rôles métier",
          "en": "Business roles"
        },
        "multiple": true,
        "maxLength": 32,
        "editPermission": "administer brand"
      },
      {
        "name": "accounts",
        "type": "reference",
        "label": {
          "fr": "Comptes visibles",
          "en": "Accounts in sight"
        },
        "multiple": true,
        "target": "sw_account",
        "editPermission": "administer brand"
      }
    ]
  },
  "file": {
    "labelField": "filename",
    "writable": false,
    "access": {
      "view": "authenticated",
      "create": "administer brand",
      "edit": "administer brand",
      "delete": "administer brand"
    },
    "fields": [
      {
        "name": "filename",
        "type": "string",
        "label": {
          "fr": "Nom du fichier",
          "en": "File name"
        }
      },
      {
        "name": "filemime",
        "type": "string",
        "label": {
          "fr": "Type de média",
          "en": "Media type"
        }
      },
      {
        "name": "filesize",
        "type": "integer",
        "label": {
          "fr": "Taille en octets",
          "en": "Size in bytes"
        }
      }
    ]
  }
};
