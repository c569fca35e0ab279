// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const recordTypes: Part = {
  "sw_brand": {
    "fields": [
      {
        "name": "approval_above",
        "type": "decimal",
        "label": {
          "fr": "Accord d’une seconde personne au-delà de",
          "en": "Second person’s approval above"
        },
        "help": {
          "fr": "En euros de vente par mois : un déploiement qui en ajoute ou en retire davantage n’est lancé qu’avec l’accord d’une autre personne. Vide : jamais.",
          "en": "In euros of monthly sales: a deployment that adds or takes away more is only launched with another person’s approval. Empty: never."
        },
        "scale": 4,
        "module": "sw_telecom"
      },
      {
        "name": "milestone_mails",
        "type": "list",
        "label": {
          "fr": "Jalons annoncés au client",
          "en": "Milestones told to the customer"
        },
        "help": {
          "fr": "Étapes pour lesquelles le mail au client est proposé d’office.",
          "en": "Steps at which the mail to the customer is offered as a matter of course."
        },
        "multiple": true,
        "options": [
          {
            "value": "order_confirmed",
            "label": {
              "fr": "Commande confirmée",
              "en": "Order confirmed"
            }
          },
          {
            "value": "appointment",
            "label": {
              "fr": "Rendez-vous",
              "en": "Visit"
            }
          },
          {
            "value": "delivery",
            "label": {
              "fr": "Livraison",
              "en": "Delivery"
            }
          },
          {
            "value": "porting",
            "label": {
              "fr": "Portage",
              "en": "Porting"
            }
          },
          {
            "value": "go_live",
            "label": {
              "fr": "Mise en service",
              "en": "Go-live"
            }
          },
          {
            "value": "billing_start",
            "label": {
              "fr": "Début de facturation",
              "en": "Billing start"
            }
          }
        ],
        "module": "sw_telecom"
      }
    ]
  },
  "sw_supplier": {
    "fields": [
      {
        "name": "charge_rules",
        "type": "json",
        "label": {
          "fr": "Natures de charge",
          "en": "Kinds of charge"
        },
        "help": {
          "fr": "Ce que sont les lignes de facture que le contrôle ne reconnaît pas seul.",
          "en": "What invoice rows are for that the control does not recognise by itself."
        },
        "module": "sw_telecom"
      }
    ]
  },
  "sw_anomaly": {
    "rowPermissions": [
      "view margin"
    ],
    "fields": [
      {
        "name": "check",
        "options": [
          {
            "value": "C1",
            "label": {
              "fr": "Ligne résiliée encore facturée",
              "en": "Terminated line still billed"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C2",
            "label": {
              "fr": "Écart de prix d’achat",
              "en": "Supplier price gap"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C3",
            "label": {
              "fr": "Ligne inconnue du parc",
              "en": "Line unknown to the park"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C4",
            "label": {
              "fr": "Ligne active non facturée par le fournisseur",
              "en": "Active line not billed by the supplier"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C5",
            "label": {
              "fr": "Ligne non facturée au client",
              "en": "Line not billed to the customer"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C6",
            "label": {
              "fr": "Facturée au client après sa fin",
              "en": "Billed to the customer after its end"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C7",
            "label": {
              "fr": "Marge insuffisante",
              "en": "Margin too low"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C8",
            "label": {
              "fr": "Option jamais souscrite",
              "en": "Option never subscribed"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C9",
            "label": {
              "fr": "Facturée deux fois",
              "en": "Billed twice"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C10",
            "label": {
              "fr": "Prorata erroné",
              "en": "Wrong proration"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C11",
            "label": {
              "fr": "Frais sans commande",
              "en": "Fee without an order"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C13",
            "label": {
              "fr": "Avoir promis et non reçu",
              "en": "Credit promised and not received"
            },
            "module": "sw_telecom"
          }
        ]
      },
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "immutable": true,
        "target": "sw_line",
        "module": "sw_telecom"
      },
      {
        "name": "invoice_line",
        "type": "reference",
        "label": {
          "fr": "Ligne de facture",
          "en": "Invoice line"
        },
        "target": "sw_supplier_invoice_line",
        "editPermission": "import invoices",
        "module": "sw_telecom"
      },
      {
        "name": "billed_item",
        "type": "reference",
        "label": {
          "fr": "Élément facturé",
          "en": "Billed item"
        },
        "target": "sw_billed_item",
        "module": "sw_telecom"
      }
    ]
  },
  "sw_check_setting": {
    "fields": [
      {
        "name": "check",
        "options": [
          {
            "value": "C1",
            "label": {
              "fr": "Ligne résiliée encore facturée",
              "en": "Terminated line still billed"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C2",
            "label": {
              "fr": "Écart de prix d’achat",
              "en": "Supplier price gap"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C3",
            "label": {
              "fr": "Ligne inconnue du parc",
              "en": "Line unknown to the park"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C4",
            "label": {
              "fr": "Ligne active non facturée par le fournisseur",
              "en": "Active line not billed by the supplier"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C5",
            "label": {
              "fr": "Ligne non facturée au client",
              "en": "Line not billed to the customer"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C6",
            "label": {
              "fr": "Facturée au client après sa fin",
              "en": "Billed to the customer after its end"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C7",
            "label": {
              "fr": "Marge insuffisante",
              "en": "Margin too low"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C8",
            "label": {
              "fr": "Option jamais souscrite",
              "en": "Option never subscribed"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C9",
            "label": {
              "fr": "Facturée deux fois",
              "en": "Billed twice"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C10",
            "label": {
              "fr": "Prorata erroné",
              "en": "Wrong proration"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C11",
            "label": {
              "fr": "Frais sans commande",
              "en": "Fee without an order"
            },
            "module": "sw_telecom"
          },
          {
            "value": "C13",
            "label": {
              "fr": "Avoir promis et non reçu",
              "en": "Credit promised and not received"
            },
            "module": "sw_telecom"
          }
        ]
      },
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "help": {
          "fr": "Un réglage d’une ligne l’emporte sur tous les autres.",
          "en": "A setting of a line holds before all others."
        },
        "immutable": true,
        "target": "sw_line",
        "module": "sw_telecom"
      }
    ]
  },
  "sw_action": {
    "fields": [
      {
        "name": "capability",
        "options": [
          {
            "value": "supplier",
            "label": {
              "fr": "Opérateur",
              "en": "Operator"
            },
            "module": "sw_telecom"
          }
        ]
      },
      {
        "name": "operation",
        "options": [
          {
            "value": "create_line",
            "label": {
              "fr": "Créer une ligne",
              "en": "Create a line"
            },
            "module": "sw_telecom"
          },
          {
            "value": "modify_line",
            "label": {
              "fr": "Modifier la ligne",
              "en": "Modify the line"
            },
            "module": "sw_telecom"
          },
          {
            "value": "terminate_line",
            "label": {
              "fr": "Résilier la ligne",
              "en": "Terminate the line"
            },
            "module": "sw_telecom"
          },
          {
            "value": "order_sim",
            "label": {
              "fr": "Commander des SIM",
              "en": "Order SIMs"
            },
            "module": "sw_telecom"
          },
          {
            "value": "modify_options",
            "label": {
              "fr": "Modifier les options",
              "en": "Modify options"
            },
            "module": "sw_telecom"
          },
          {
            "value": "swap_sim",
            "label": {
              "fr": "Changer la carte SIM",
              "en": "Swap the SIM"
            },
            "module": "sw_telecom"
          },
          {
            "value": "port_in",
            "label": {
              "fr": "Porter un numéro",
              "en": "Port a number in"
            },
            "module": "sw_telecom"
          }
        ]
      },
      {
        "name": "deployment",
        "type": "reference",
        "label": {
          "fr": "Déploiement",
          "en": "Deployment"
        },
        "help": {
          "fr": "Sans jour à elle, l’action est faite le jour du déploiement.",
          "en": "Without a day of its own, the action is done on the deployment’s."
        },
        "immutable": true,
        "target": "sw_deployment",
        "module": "sw_telecom"
      },
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "immutable": true,
        "target": "sw_line",
        "module": "sw_telecom"
      },
      {
        "name": "cause",
        "type": "list",
        "label": {
          "fr": "Cause",
          "en": "Cause"
        },
        "help": {
          "fr": "Pourquoi l’opérateur retient ou refuse, quand il le dit par un code connu.",
          "en": "Why the operator holds or rejects it, where it says so by a known code."
        },
        "options": [
          {
            "value": "rio_mismatch",
            "label": {
              "fr": "Le RIO n’est pas celui de ce numéro",
              "en": "The RIO is not this number’s"
            }
          },
          {
            "value": "holder_mismatch",
            "label": {
              "fr": "Le titulaire n’est pas celui que connaît l’opérateur cédant",
              "en": "The holder is not the one the old operator knows"
            }
          },
          {
            "value": "donor_refused",
            "label": {
              "fr": "L’opérateur cédant refuse le portage",
              "en": "The old operator refuses the port"
            }
          }
        ],
        "module": "sw_telecom"
      }
    ]
  },
  "sw_park": {
    "labelField": "kind",
    "writable": true,
    "access": {
      "view": "view sw_park",
      "create": "create sw_park",
      "edit": "edit sw_park",
      "delete": "delete sw_park"
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
        "required": true,
        "immutable": true,
        "target": "sw_account"
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
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Type",
          "en": "Type"
        },
        "required": true,
        "options": [
          {
            "value": "mobile",
            "label": {
              "fr": "Mobile",
              "en": "Mobile"
            }
          },
          {
            "value": "internet",
            "label": {
              "fr": "Internet",
              "en": "Internet"
            }
          },
          {
            "value": "fixed",
            "label": {
              "fr": "Fixe",
              "en": "Fixed"
            }
          },
          {
            "value": "cyber",
            "label": {
              "fr": "Cyber",
              "en": "Cyber"
            }
          }
        ]
      },
      {
        "name": "operator",
        "type": "reference",
        "label": {
          "fr": "Opérateur",
          "en": "Operator"
        },
        "required": true,
        "target": "sw_supplier",
        "viewPermission": "view suppliers"
      }
    ]
  },
  "sw_line": {
    "labelField": "number",
    "writable": true,
    "access": {
      "view": "view sw_line",
      "create": "create sw_line",
      "edit": "edit sw_line",
      "delete": "delete sw_line"
    },
    "ownerPath": "park.account",
    "searchRank": 30,
    "fields": [
      {
        "name": "park",
        "type": "reference",
        "label": {
          "fr": "Parc",
          "en": "Park"
        },
        "required": true,
        "target": "sw_park"
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
        "name": "number",
        "type": "string",
        "label": {
          "fr": "Numéro",
          "en": "Number"
        },
        "help": {
          "fr": "Numéro, accès ou référence du service. Unique dans le parc.",
          "en": "Number, access or reference of the service. Unique within the park."
        },
        "required": true,
        "maxLength": 32,
        "search": "phone",
        "format": "phone"
      },
      {
        "name": "service_id",
        "type": "string",
        "label": {
          "fr": "Identifiant de service",
          "en": "Service id"
        },
        "maxLength": 64,
        "viewPermission": "view suppliers",
        "search": "text",
        "format": "code"
      },
      {
        "name": "user_name",
        "type": "string",
        "label": {
          "fr": "Utilisateur",
          "en": "User"
        },
        "maxLength": 160,
        "search": "text"
      },
      {
        "name": "user_since",
        "type": "date",
        "label": {
          "fr": "Utilisateur depuis",
          "en": "User since"
        },
        "stamp": "user_name"
      },
      {
        "name": "plan",
        "type": "reference",
        "label": {
          "fr": "Forfait",
          "en": "Plan"
        },
        "help": {
          "fr": "Chaque changement de forfait se lit aussi dans les périodes de forfait.",
          "en": "Every change of plan is also read in the plan periods."
        },
        "target": "sw_catalogue_item",
        "editPermission": "edit plan"
      },
      {
        "name": "status",
        "type": "state",
        "label": {
          "fr": "Statut",
          "en": "Status"
        },
        "required": true,
        "options": [
          {
            "value": "ordered",
            "label": {
              "fr": "Commandée",
              "en": "Ordered"
            }
          },
          {
            "value": "active",
            "label": {
              "fr": "Active",
              "en": "Active"
            }
          },
          {
            "value": "suspended",
            "label": {
              "fr": "Suspendue",
              "en": "Suspended"
            }
          },
          {
            "value": "terminating",
            "label": {
              "fr": "En résiliation",
              "en": "Terminating"
            }
          },
          {
            "value": "terminated",
            "label": {
              "fr": "Résiliée",
              "en": "Terminated"
            }
          },
          {
            "value": "cancelled",
            "label": {
              "fr": "Annulée",
              "en": "Cancelled"
            }
          }
        ],
        "default": "ordered"
      },
      {
        "name": "activated_on",
        "type": "date",
        "label": {
          "fr": "Activée le",
          "en": "Activated on"
        },
        "help": {
          "fr": "Obligatoire pour activer.",
          "en": "Needed to activate."
        }
      },
      {
        "name": "suspended_on",
        "type": "date",
        "label": {
          "fr": "Suspendue le",
          "en": "Suspended on"
        }
      },
      {
        "name": "end_date",
        "type": "date",
        "label": {
          "fr": "Date de fin",
          "en": "End date"
        },
        "help": {
          "fr": "Obligatoire pour résilier.",
          "en": "Needed to terminate."
        }
      },
      {
        "name": "sell_price",
        "type": "decimal",
        "label": {
          "fr": "Prix de vente",
          "en": "Sell price"
        },
        "help": {
          "fr": "Par mois : le douzième d’un prix à l’année.",
          "en": "Per month: a twelfth of a price per year."
        },
        "scale": 4,
        "viewPermission": "view sell price",
        "editPermission": "edit prices"
      },
      {
        "name": "buy_price",
        "type": "decimal",
        "label": {
          "fr": "Prix d’achat",
          "en": "Buy price"
        },
        "help": {
          "fr": "Par mois. Visible avec la permission « voir la marge » seulement.",
          "en": "Per month. Visible with the permission to view the margin only."
        },
        "scale": 4,
        "viewPermission": "view margin",
        "editPermission": "edit prices"
      },
      {
        "name": "price_reason",
        "type": "string",
        "label": {
          "fr": "Motif du prix",
          "en": "Price reason"
        },
        "maxLength": 200,
        "viewPermission": "view sell price",
        "editPermission": "edit prices"
      },
      {
        "name": "commitment_end",
        "type": "date",
        "label": {
          "fr": "Fin d’engagement client",
          "en": "Customer commitment end"
        }
      },
      {
        "name": "supplier_commitment_end",
        "type": "date",
        "label": {
          "fr": "Fin d’engagement fournisseur",
          "en": "Supplier commitment end"
        },
        "viewPermission": "view margin"
      },
      {
        "name": "external_ids",
        "type": "external_id",
        "label": {
          "fr": "Identifiants API",
          "en": "API ids"
        },
        "multiple": true,
        "viewPermission": "view api details"
      },
      {
        "name": "comment",
        "type": "text",
        "label": {
          "fr": "Commentaire",
          "en": "Comment"
        },
        "viewPermission": "view internal notes"
      }
    ],
    "workflow": {
      "field": "status",
      "initial": [
        "ordered",
        "active",
        "suspended",
        "terminating",
        "terminated"
      ],
      "transitions": [
        {
          "name": "activate",
          "from": [
            "ordered"
          ],
          "to": "active",
          "permission": "manage lines",
          "requires": [
            "activated_on"
          ],
          "label": {
            "fr": "Activer",
            "en": "Activate"
          }
        },
        {
          "name": "cancel_order",
          "from": [
            "ordered"
          ],
          "to": "cancelled",
          "permission": "manage lines",
          "label": {
            "fr": "Annuler la commande",
            "en": "Cancel the order"
          },
          "requires": []
        },
        {
          "name": "order_again",
          "from": [
            "cancelled"
          ],
          "to": "ordered",
          "permission": "manage lines",
          "label": {
            "fr": "Commander de nouveau",
            "en": "Order again"
          },
          "requires": []
        },
        {
          "name": "suspend",
          "from": [
            "active"
          ],
          "to": "suspended",
          "permission": "manage lines",
          "label": {
            "fr": "Suspendre",
            "en": "Suspend"
          },
          "requires": []
        },
        {
          "name": "resume",
          "from": [
            "suspended"
          ],
          "to": "active",
          "permission": "manage lines",
          "label": {
            "fr": "Rétablir",
            "en": "Resume"
          },
          "requires": []
        },
        {
          "name": "terminate",
          "from": [
            "active",
            "suspended"
          ],
          "to": "terminating",
          "permission": "manage lines",
          "requires": [
            "end_date"
          ],
          "label": {
            "fr": "Résilier",
            "en": "Terminate"
          }
        },
        {
          "name": "keep",
          "from": [
            "terminating"
          ],
          "to": "active",
          "permission": "manage lines",
          "label": {
            "fr": "Annuler la résiliation",
            "en": "Cancel termination"
          },
          "requires": []
        },
        {
          "name": "complete_termination",
          "from": [
            "terminating"
          ],
          "to": "terminated",
          "permission": "manage lines",
          "requires": [
            "end_date"
          ],
          "label": {
            "fr": "Constater la résiliation",
            "en": "Complete termination"
          }
        }
      ]
    }
  },
  "sw_line_term": {
    "labelField": "valid_from",
    "writable": true,
    "access": {
      "view": "view sw_line_term",
      "create": "create sw_line_term",
      "edit": "edit sw_line_term",
      "delete": "delete sw_line_term"
    },
    "ownerPath": "line.park.account",
    "fields": [
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "required": true,
        "immutable": true,
        "target": "sw_line"
      },
      {
        "name": "plan",
        "type": "reference",
        "label": {
          "fr": "Forfait",
          "en": "Plan"
        },
        "required": true,
        "target": "sw_catalogue_item",
        "editPermission": "edit plan"
      },
      {
        "name": "valid_from",
        "type": "date",
        "label": {
          "fr": "À partir du",
          "en": "Valid from"
        },
        "required": true,
        "editPermission": "edit plan"
      },
      {
        "name": "valid_to",
        "type": "date",
        "label": {
          "fr": "Jusqu’au",
          "en": "Valid to"
        },
        "editPermission": "edit plan"
      },
      {
        "name": "negotiated_sell_price",
        "type": "decimal",
        "label": {
          "fr": "Prix de vente négocié",
          "en": "Negotiated sell price"
        },
        "scale": 4,
        "viewPermission": "view sell price",
        "editPermission": "edit prices"
      },
      {
        "name": "negotiated_sell_period",
        "type": "list",
        "label": {
          "fr": "Périodicité de vente négociée",
          "en": "Negotiated sell period"
        },
        "help": {
          "fr": "Vide : mensuel.",
          "en": "Empty: monthly."
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
        "viewPermission": "view sell price",
        "editPermission": "edit prices"
      },
      {
        "name": "negotiated_buy_price",
        "type": "decimal",
        "label": {
          "fr": "Prix d’achat négocié",
          "en": "Negotiated buy price"
        },
        "scale": 4,
        "viewPermission": "view margin",
        "editPermission": "edit prices"
      },
      {
        "name": "negotiated_buy_period",
        "type": "list",
        "label": {
          "fr": "Périodicité d’achat négociée",
          "en": "Negotiated buy period"
        },
        "help": {
          "fr": "Vide : mensuel.",
          "en": "Empty: monthly."
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
        "viewPermission": "view margin",
        "editPermission": "edit prices"
      },
      {
        "name": "applied",
        "type": "boolean",
        "label": {
          "fr": "Reporté sur la ligne",
          "en": "Applied to the line"
        },
        "help": {
          "fr": "Faux tant que la ligne n’a pas pris ce forfait ; la tâche du jour le reporte à la date de début.",
          "en": "False until the line has taken this plan; the daily job carries it over on the first day."
        },
        "editPermission": "edit plan",
        "default": false
      }
    ]
  },
  "sw_line_option": {
    "labelField": "item",
    "writable": true,
    "access": {
      "view": "view sw_line_option",
      "create": "create sw_line_option",
      "edit": "edit sw_line_option",
      "delete": "delete sw_line_option"
    },
    "ownerPath": "line.park.account",
    "fields": [
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "required": true,
        "immutable": true,
        "target": "sw_line"
      },
      {
        "name": "item",
        "type": "reference",
        "label": {
          "fr": "Option",
          "en": "Option"
        },
        "required": true,
        "target": "sw_catalogue_item",
        "editPermission": "edit plan"
      },
      {
        "name": "quantity",
        "type": "integer",
        "label": {
          "fr": "Quantité",
          "en": "Quantity"
        },
        "default": 1
      },
      {
        "name": "sell_price",
        "type": "decimal",
        "label": {
          "fr": "Prix de vente",
          "en": "Sell price"
        },
        "scale": 4,
        "viewPermission": "view sell price",
        "editPermission": "edit prices"
      },
      {
        "name": "sell_period",
        "type": "list",
        "label": {
          "fr": "Périodicité de vente",
          "en": "Sell period"
        },
        "help": {
          "fr": "Vide : mensuel.",
          "en": "Empty: monthly."
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
        "viewPermission": "view sell price",
        "editPermission": "edit prices"
      },
      {
        "name": "buy_price",
        "type": "decimal",
        "label": {
          "fr": "Prix d’achat",
          "en": "Buy price"
        },
        "scale": 4,
        "viewPermission": "view margin",
        "editPermission": "edit prices"
      },
      {
        "name": "buy_period",
        "type": "list",
        "label": {
          "fr": "Périodicité d’achat",
          "en": "Buy period"
        },
        "help": {
          "fr": "Vide : mensuel.",
          "en": "Empty: monthly."
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
        "viewPermission": "view margin",
        "editPermission": "edit prices"
      },
      {
        "name": "valid_from",
        "type": "date",
        "label": {
          "fr": "À partir du",
          "en": "Valid from"
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
      }
    ]
  },
  "sw_sim": {
    "labelField": "iccid",
    "writable": true,
    "access": {
      "view": "view sw_sim",
      "create": "create sw_sim",
      "edit": "edit sw_sim",
      "delete": "delete sw_sim"
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
        "required": true,
        "immutable": true,
        "target": "sw_account"
      },
      {
        "name": "operator",
        "type": "reference",
        "label": {
          "fr": "Opérateur",
          "en": "Operator"
        },
        "target": "sw_supplier",
        "viewPermission": "view suppliers"
      },
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "help": {
          "fr": "D’une carte en stock : la ligne à laquelle elle est destinée.",
          "en": "Of a card in stock: the line that it is meant for."
        },
        "target": "sw_line"
      },
      {
        "name": "iccid",
        "type": "string",
        "label": {
          "fr": "ICCID",
          "en": "ICCID"
        },
        "required": true,
        "maxLength": 20,
        "search": "text",
        "format": "code"
      },
      {
        "name": "eid",
        "type": "string",
        "label": {
          "fr": "EID",
          "en": "EID"
        },
        "maxLength": 32,
        "format": "code"
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
            "value": "sim",
            "label": {
              "fr": "SIM",
              "en": "SIM"
            }
          },
          {
            "value": "esim",
            "label": {
              "fr": "eSIM",
              "en": "eSIM"
            }
          }
        ],
        "default": "sim"
      },
      {
        "name": "status",
        "type": "list",
        "label": {
          "fr": "État",
          "en": "State"
        },
        "required": true,
        "options": [
          {
            "value": "stock",
            "label": {
              "fr": "En stock",
              "en": "In stock"
            }
          },
          {
            "value": "active",
            "label": {
              "fr": "Active",
              "en": "Active"
            }
          },
          {
            "value": "blocked",
            "label": {
              "fr": "Bloquée",
              "en": "Blocked"
            }
          },
          {
            "value": "retired",
            "label": {
              "fr": "Retirée",
              "en": "Retired"
            }
          }
        ],
        "default": "stock"
      },
      {
        "name": "pin",
        "type": "string",
        "label": {
          "fr": "PIN",
          "en": "PIN"
        },
        "secret": true,
        "maxLength": 8,
        "viewPermission": "view sim secrets",
        "editPermission": "view sim secrets"
      },
      {
        "name": "puk",
        "type": "string",
        "label": {
          "fr": "PUK",
          "en": "PUK"
        },
        "secret": true,
        "maxLength": 8,
        "viewPermission": "view sim secrets",
        "editPermission": "view sim secrets"
      }
    ]
  },
  "sw_deployment": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_deployment",
      "create": "launch deployment",
      "edit": "launch deployment",
      "delete": "delete sw_deployment"
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
        "name": "reference",
        "type": "string",
        "label": {
          "fr": "Référence",
          "en": "Reference"
        },
        "maxLength": 64,
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
        "immutable": true,
        "options": [
          {
            "value": "lines",
            "label": {
              "fr": "Lignes et services",
              "en": "Lines and services"
            }
          },
          {
            "value": "sim_order",
            "label": {
              "fr": "Commande de SIM",
              "en": "SIM order"
            }
          },
          {
            "value": "billing",
            "label": {
              "fr": "Facturation",
              "en": "Billing"
            }
          }
        ],
        "default": "lines"
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
            "value": "draft",
            "label": {
              "fr": "Brouillon",
              "en": "Draft"
            }
          },
          {
            "value": "planned",
            "label": {
              "fr": "Prévu",
              "en": "Planned"
            }
          },
          {
            "value": "awaiting_approval",
            "label": {
              "fr": "Accord demandé",
              "en": "Awaiting approval"
            }
          },
          {
            "value": "launched",
            "label": {
              "fr": "Lancé",
              "en": "Launched"
            }
          },
          {
            "value": "done",
            "label": {
              "fr": "Terminé",
              "en": "Done"
            }
          },
          {
            "value": "undoing",
            "label": {
              "fr": "Retour en arrière",
              "en": "Being undone"
            }
          },
          {
            "value": "undone",
            "label": {
              "fr": "Défait",
              "en": "Undone"
            }
          },
          {
            "value": "cancelled",
            "label": {
              "fr": "Annulé",
              "en": "Cancelled"
            }
          }
        ],
        "default": "draft"
      },
      {
        "name": "planned_on",
        "type": "date",
        "label": {
          "fr": "Prévu le",
          "en": "Planned on"
        }
      },
      {
        "name": "all_or_nothing",
        "type": "boolean",
        "label": {
          "fr": "Tout ou rien",
          "en": "All or nothing"
        },
        "help": {
          "fr": "Une action refusée fait revenir en arrière sur celles qui sont faites.",
          "en": "One action that is rejected undoes those that are done."
        },
        "default": false
      },
      {
        "name": "blocked_by",
        "type": "string",
        "label": {
          "fr": "Bloqué par",
          "en": "Blocked by"
        },
        "help": {
          "fr": "Ce que l’on attend de quelqu’un d’autre. Vide, rien ne bloque.",
          "en": "What somebody else still has to do. Empty, nothing is in the way."
        },
        "maxLength": 160
      },
      {
        "name": "owner",
        "type": "reference",
        "label": {
          "fr": "Responsable",
          "en": "Owner"
        },
        "target": "user"
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
        "name": "sites",
        "type": "reference",
        "label": {
          "fr": "Sites",
          "en": "Sites"
        },
        "multiple": true,
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
        "name": "delivery_site",
        "type": "reference",
        "label": {
          "fr": "Site de livraison",
          "en": "Delivery site"
        },
        "target": "sw_site"
      },
      {
        "name": "delivery_contact",
        "type": "reference",
        "label": {
          "fr": "Contact de livraison",
          "en": "Delivery contact"
        },
        "target": "sw_contact"
      },
      {
        "name": "approval_asked_by",
        "type": "reference",
        "label": {
          "fr": "Accord demandé par",
          "en": "Approval asked by"
        },
        "target": "user"
      },
      {
        "name": "approval_asked_on",
        "type": "date",
        "label": {
          "fr": "Accord demandé le",
          "en": "Approval asked on"
        },
        "stamp": "approval_asked_by"
      },
      {
        "name": "approved_by",
        "type": "reference",
        "label": {
          "fr": "Accord donné par",
          "en": "Approved by"
        },
        "target": "user"
      },
      {
        "name": "notes",
        "type": "text",
        "label": {
          "fr": "Notes internes",
          "en": "Internal notes"
        },
        "viewPermission": "view internal notes"
      }
    ],
    "workflow": {
      "field": "status",
      "initial": [
        "draft",
        "planned"
      ],
      "transitions": [
        {
          "name": "plan",
          "from": [
            "draft"
          ],
          "to": "planned",
          "requires": [
            "planned_on"
          ],
          "label": {
            "fr": "Prévoir",
            "en": "Plan"
          }
        },
        {
          "name": "revise",
          "from": [
            "planned",
            "cancelled"
          ],
          "to": "draft",
          "label": {
            "fr": "Remettre en brouillon",
            "en": "Back to draft"
          },
          "requires": []
        },
        {
          "name": "launch",
          "from": [
            "planned"
          ],
          "to": "launched",
          "permission": "launch deployment",
          "requires": [
            "planned_on"
          ],
          "label": {
            "fr": "Lancer",
            "en": "Launch"
          },
          "atMost": {
            "setting": "approval_above",
            "of": "sw_action",
            "by": "deployment",
            "sum": "line.sell_price",
            "where": {
              "operation": [
                "create_line",
                "port_in",
                "terminate_line"
              ],
              "status": [
                "ready"
              ]
            }
          }
        },
        {
          "name": "ask",
          "from": [
            "planned"
          ],
          "to": "awaiting_approval",
          "permission": "launch deployment",
          "requires": [
            "planned_on",
            "approval_asked_by"
          ],
          "by": "approval_asked_by",
          "label": {
            "fr": "Demander l’accord",
            "en": "Ask for approval"
          }
        },
        {
          "name": "approve",
          "from": [
            "awaiting_approval"
          ],
          "to": "launched",
          "permission": "launch deployment",
          "requires": [
            "approved_by"
          ],
          "by": "approved_by",
          "label": {
            "fr": "Donner l’accord et lancer",
            "en": "Approve and launch"
          },
          "notBy": "approval_asked_by"
        },
        {
          "name": "send_back",
          "from": [
            "awaiting_approval"
          ],
          "to": "planned",
          "permission": "launch deployment",
          "label": {
            "fr": "Retirer ou refuser la demande",
            "en": "Withdraw or refuse"
          },
          "requires": []
        },
        {
          "name": "recall",
          "from": [
            "launched"
          ],
          "to": "planned",
          "permission": "launch deployment",
          "label": {
            "fr": "Rappeler",
            "en": "Call back"
          },
          "requires": []
        },
        {
          "name": "complete",
          "from": [
            "launched"
          ],
          "to": "done",
          "permission": "launch deployment",
          "label": {
            "fr": "Terminer",
            "en": "Complete"
          },
          "requires": []
        },
        {
          "name": "undo",
          "from": [
            "launched",
            "done"
          ],
          "to": "undoing",
          "permission": "launch deployment",
          "label": {
            "fr": "Revenir en arrière",
            "en": "Undo"
          },
          "requires": []
        },
        {
          "name": "close",
          "from": [
            "undoing"
          ],
          "to": "undone",
          "permission": "launch deployment",
          "label": {
            "fr": "Clore le retour en arrière",
            "en": "Close the undoing"
          },
          "requires": []
        },
        {
          "name": "cancel",
          "from": [
            "draft",
            "planned",
            "awaiting_approval"
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
          "to": "planned",
          "requires": [
            "planned_on"
          ],
          "label": {
            "fr": "Prévoir à nouveau",
            "en": "Plan again"
          }
        }
      ]
    }
  },
  "sw_milestone": {
    "labelField": "kind",
    "writable": true,
    "access": {
      "view": "view sw_milestone",
      "create": "launch deployment",
      "edit": "launch deployment",
      "delete": "delete sw_milestone"
    },
    "ownerPath": "deployment.account",
    "fields": [
      {
        "name": "deployment",
        "type": "reference",
        "label": {
          "fr": "Déploiement",
          "en": "Deployment"
        },
        "required": true,
        "immutable": true,
        "target": "sw_deployment"
      },
      {
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Étape",
          "en": "Step"
        },
        "required": true,
        "immutable": true,
        "options": [
          {
            "value": "order_confirmed",
            "label": {
              "fr": "Commande confirmée",
              "en": "Order confirmed"
            }
          },
          {
            "value": "appointment",
            "label": {
              "fr": "Rendez-vous",
              "en": "Visit"
            }
          },
          {
            "value": "delivery",
            "label": {
              "fr": "Livraison",
              "en": "Delivery"
            }
          },
          {
            "value": "porting",
            "label": {
              "fr": "Portage",
              "en": "Porting"
            }
          },
          {
            "value": "go_live",
            "label": {
              "fr": "Mise en service",
              "en": "Go-live"
            }
          },
          {
            "value": "billing_start",
            "label": {
              "fr": "Début de facturation",
              "en": "Billing start"
            }
          }
        ]
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
              "fr": "À venir",
              "en": "To come"
            }
          },
          {
            "value": "done",
            "label": {
              "fr": "Fait",
              "en": "Done"
            }
          },
          {
            "value": "dropped",
            "label": {
              "fr": "Sans objet",
              "en": "Not needed"
            }
          }
        ],
        "default": "open"
      },
      {
        "name": "due_on",
        "type": "date",
        "label": {
          "fr": "Pour le",
          "en": "Due on"
        }
      },
      {
        "name": "done_on",
        "type": "date",
        "label": {
          "fr": "Fait le",
          "en": "Done on"
        },
        "help": {
          "fr": "Obligatoire pour le dire fait.",
          "en": "Needed to say that it is done."
        }
      },
      {
        "name": "owner",
        "type": "reference",
        "label": {
          "fr": "Responsable",
          "en": "Owner"
        },
        "target": "user"
      },
      {
        "name": "contact",
        "type": "reference",
        "label": {
          "fr": "Contact",
          "en": "Contact"
        },
        "help": {
          "fr": "Qui en est prévenu. Vide : le contact du client affecté aux déploiements.",
          "en": "Who is told of it. Empty: the customer’s contact who is assigned to deployments."
        },
        "target": "sw_contact"
      },
      {
        "name": "blocked_by",
        "type": "string",
        "label": {
          "fr": "Bloqué par",
          "en": "Blocked by"
        },
        "maxLength": 160
      },
      {
        "name": "mailed_at",
        "type": "datetime",
        "label": {
          "fr": "Client prévenu le",
          "en": "Customer told on"
        }
      },
      {
        "name": "mailed_to",
        "type": "email",
        "label": {
          "fr": "Client prévenu à",
          "en": "Customer told at"
        }
      }
    ],
    "workflow": {
      "field": "status",
      "initial": [
        "open"
      ],
      "transitions": [
        {
          "name": "complete",
          "from": [
            "open"
          ],
          "to": "done",
          "requires": [
            "done_on"
          ],
          "label": {
            "fr": "Dire fait",
            "en": "Say it is done"
          }
        },
        {
          "name": "drop",
          "from": [
            "open"
          ],
          "to": "dropped",
          "label": {
            "fr": "Sans objet",
            "en": "Not needed"
          },
          "requires": []
        },
        {
          "name": "reopen",
          "from": [
            "done",
            "dropped"
          ],
          "to": "open",
          "label": {
            "fr": "Rouvrir",
            "en": "Reopen"
          },
          "requires": []
        }
      ]
    }
  },
  "sw_supplier_invoice": {
    "labelField": "number",
    "writable": true,
    "access": {
      "view": "view anomalies",
      "create": "import invoices",
      "edit": "import invoices",
      "delete": "import invoices"
    },
    "fields": [
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
        "name": "number",
        "type": "string",
        "label": {
          "fr": "Numéro",
          "en": "Number"
        },
        "required": true,
        "immutable": true,
        "maxLength": 64,
        "search": "text"
      },
      {
        "name": "edition",
        "type": "integer",
        "label": {
          "fr": "Version du document",
          "en": "Edition"
        },
        "help": {
          "fr": "Une facture corrigée sous le même numéro en est une nouvelle version ; l’ancienne est gardée.",
          "en": "An invoice that is corrected under its number is a new edition of it; the old one is kept."
        },
        "immutable": true,
        "default": 1
      },
      {
        "name": "replaced_by",
        "type": "reference",
        "label": {
          "fr": "Remplacée par",
          "en": "Replaced by"
        },
        "target": "sw_supplier_invoice"
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
        "name": "format",
        "type": "list",
        "label": {
          "fr": "Format",
          "en": "Format"
        },
        "required": true,
        "options": [
          {
            "value": "ubl",
            "label": {
              "fr": "UBL",
              "en": "UBL"
            }
          },
          {
            "value": "cii",
            "label": {
              "fr": "CII",
              "en": "CII"
            }
          },
          {
            "value": "facturx",
            "label": {
              "fr": "Factur-X",
              "en": "Factur-X"
            }
          },
          {
            "value": "csv",
            "label": {
              "fr": "Détail CSV",
              "en": "CSV detail"
            }
          },
          {
            "value": "xlsx",
            "label": {
              "fr": "Détail XLSX",
              "en": "XLSX detail"
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
        },
        "required": true
      },
      {
        "name": "period_start",
        "type": "date",
        "label": {
          "fr": "Début de période",
          "en": "Period start"
        }
      },
      {
        "name": "period_end",
        "type": "date",
        "label": {
          "fr": "Fin de période",
          "en": "Period end"
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
        "name": "total_net",
        "type": "decimal",
        "label": {
          "fr": "Total hors taxes",
          "en": "Total excluding VAT"
        },
        "required": true,
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "total_gross",
        "type": "decimal",
        "label": {
          "fr": "Total toutes taxes",
          "en": "Total including VAT"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "line_count",
        "type": "integer",
        "label": {
          "fr": "Nombre de lignes",
          "en": "Line count"
        }
      },
      {
        "name": "checked_count",
        "type": "integer",
        "label": {
          "fr": "Lignes contrôlées",
          "en": "Lines checked"
        }
      },
      {
        "name": "checked_net",
        "type": "decimal",
        "label": {
          "fr": "Contrôlé hors taxes",
          "en": "Checked excluding VAT"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "content_hash",
        "type": "string",
        "label": {
          "fr": "Empreinte du contenu",
          "en": "Content hash"
        },
        "required": true,
        "maxLength": 64
      },
      {
        "name": "file_name",
        "type": "string",
        "label": {
          "fr": "Nom du fichier",
          "en": "File name"
        },
        "maxLength": 255
      },
      {
        "name": "source_file",
        "type": "file",
        "label": {
          "fr": "Fichier source",
          "en": "Source file"
        },
        "extensions": [
          "xml",
          "pdf",
          "csv",
          "txt",
          "xlsx"
        ]
      }
    ]
  },
  "sw_supplier_invoice_line": {
    "labelField": "description",
    "writable": true,
    "access": {
      "view": "view anomalies",
      "create": "import invoices",
      "edit": "import invoices",
      "delete": "import invoices"
    },
    "journal": false,
    "fields": [
      {
        "name": "invoice",
        "type": "reference",
        "label": {
          "fr": "Facture",
          "en": "Invoice"
        },
        "required": true,
        "immutable": true,
        "target": "sw_supplier_invoice"
      },
      {
        "name": "line_number",
        "type": "string",
        "label": {
          "fr": "Numéro de ligne",
          "en": "Line number"
        },
        "required": true,
        "maxLength": 32
      },
      {
        "name": "service_id",
        "type": "string",
        "label": {
          "fr": "Identifiant de service",
          "en": "Service id"
        },
        "maxLength": 64,
        "format": "code"
      },
      {
        "name": "iccid",
        "type": "string",
        "label": {
          "fr": "ICCID",
          "en": "ICCID"
        },
        "maxLength": 20,
        "format": "code"
      },
      {
        "name": "msisdn",
        "type": "string",
        "label": {
          "fr": "Numéro",
          "en": "Number"
        },
        "maxLength": 32,
        "format": "phone"
      },
      {
        "name": "customer_reference",
        "type": "string",
        "label": {
          "fr": "Référence client",
          "en": "Customer reference"
        },
        "maxLength": 64,
        "format": "code"
      },
      {
        "name": "item_code",
        "type": "string",
        "label": {
          "fr": "Code article",
          "en": "Item code"
        },
        "maxLength": 64
      },
      {
        "name": "description",
        "type": "string",
        "label": {
          "fr": "Libellé",
          "en": "Description"
        },
        "required": true,
        "maxLength": 255
      },
      {
        "name": "charge",
        "type": "list",
        "label": {
          "fr": "Nature",
          "en": "Charge"
        },
        "required": true,
        "options": [
          {
            "value": "recurring",
            "label": {
              "fr": "Abonnement",
              "en": "Recurring"
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
            "value": "usage",
            "label": {
              "fr": "Consommation",
              "en": "Usage"
            }
          },
          {
            "value": "one_off",
            "label": {
              "fr": "Ponctuel",
              "en": "One-off"
            }
          },
          {
            "value": "device",
            "label": {
              "fr": "Équipement",
              "en": "Device"
            }
          },
          {
            "value": "discount",
            "label": {
              "fr": "Remise",
              "en": "Discount"
            }
          },
          {
            "value": "credit",
            "label": {
              "fr": "Avoir",
              "en": "Credit"
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
        "name": "quantity",
        "type": "decimal",
        "label": {
          "fr": "Quantité",
          "en": "Quantity"
        },
        "scale": 4,
        "default": "1"
      },
      {
        "name": "gross",
        "type": "decimal",
        "label": {
          "fr": "Brut",
          "en": "Gross"
        },
        "scale": 4,
        "viewPermission": "view margin"
      },
      {
        "name": "discount",
        "type": "decimal",
        "label": {
          "fr": "Remise",
          "en": "Discount"
        },
        "scale": 4,
        "viewPermission": "view margin",
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
        "viewPermission": "view margin"
      },
      {
        "name": "period_start",
        "type": "date",
        "label": {
          "fr": "Début",
          "en": "Start"
        }
      },
      {
        "name": "period_end",
        "type": "date",
        "label": {
          "fr": "Fin",
          "en": "End"
        }
      },
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "target": "sw_line"
      },
      {
        "name": "match_key",
        "type": "list",
        "label": {
          "fr": "Rapprochée par",
          "en": "Matched by"
        },
        "required": true,
        "options": [
          {
            "value": "service_id",
            "label": {
              "fr": "Identifiant de service",
              "en": "Service id"
            }
          },
          {
            "value": "iccid",
            "label": {
              "fr": "ICCID",
              "en": "ICCID"
            }
          },
          {
            "value": "number",
            "label": {
              "fr": "Numéro",
              "en": "Number"
            }
          },
          {
            "value": "customer_reference",
            "label": {
              "fr": "Référence client",
              "en": "Customer reference"
            }
          },
          {
            "value": "manual",
            "label": {
              "fr": "Manuel",
              "en": "Manual"
            }
          },
          {
            "value": "none",
            "label": {
              "fr": "Aucun",
              "en": "None"
            }
          }
        ],
        "default": "none"
      },
      {
        "name": "match_confidence",
        "type": "list",
        "label": {
          "fr": "Certitude",
          "en": "Certainty"
        },
        "options": [
          {
            "value": "sure",
            "label": {
              "fr": "Sûre",
              "en": "Sure"
            }
          },
          {
            "value": "dated",
            "label": {
              "fr": "Par les dates",
              "en": "By the dates"
            }
          },
          {
            "value": "contradicted",
            "label": {
              "fr": "Contredite",
              "en": "Contradicted"
            }
          },
          {
            "value": "manual",
            "label": {
              "fr": "Par une personne",
              "en": "By a person"
            }
          },
          {
            "value": "ambiguous",
            "label": {
              "fr": "Plusieurs lignes possibles",
              "en": "Several lines possible"
            }
          },
          {
            "value": "unknown",
            "label": {
              "fr": "Inconnue",
              "en": "Unknown"
            }
          }
        ]
      }
    ]
  },
  "sw_billed_item": {
    "labelField": "name",
    "writable": true,
    "access": {
      "view": "view sw_billed_item",
      "create": "create sw_billed_item",
      "edit": "edit sw_billed_item",
      "delete": "delete sw_billed_item"
    },
    "journal": false,
    "ownerPath": "billing_site.account",
    "fields": [
      {
        "name": "billing_site",
        "type": "reference",
        "label": {
          "fr": "Site de facturation",
          "en": "Billing site"
        },
        "required": true,
        "immutable": true,
        "target": "sw_billing_site"
      },
      {
        "name": "line",
        "type": "reference",
        "label": {
          "fr": "Ligne",
          "en": "Line"
        },
        "target": "sw_line"
      },
      {
        "name": "name",
        "type": "string",
        "label": {
          "fr": "Libellé",
          "en": "Label"
        },
        "required": true,
        "maxLength": 200
      },
      {
        "name": "kind",
        "type": "list",
        "label": {
          "fr": "Nature",
          "en": "Charge"
        },
        "required": true,
        "options": [
          {
            "value": "recurring",
            "label": {
              "fr": "Abonnement",
              "en": "Recurring"
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
            "value": "usage",
            "label": {
              "fr": "Consommation",
              "en": "Usage"
            }
          },
          {
            "value": "one_off",
            "label": {
              "fr": "Ponctuel",
              "en": "One-off"
            }
          },
          {
            "value": "device",
            "label": {
              "fr": "Équipement",
              "en": "Device"
            }
          },
          {
            "value": "discount",
            "label": {
              "fr": "Remise",
              "en": "Discount"
            }
          },
          {
            "value": "credit",
            "label": {
              "fr": "Avoir",
              "en": "Credit"
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
        "default": "recurring"
      },
      {
        "name": "service_reference",
        "type": "string",
        "label": {
          "fr": "Référence de service",
          "en": "Service reference"
        },
        "help": {
          "fr": "Numéro, identifiant de service ou ICCID par lequel la facture désigne la ligne.",
          "en": "Number, service id or ICCID by which the invoice names the line."
        },
        "maxLength": 64,
        "format": "code"
      },
      {
        "name": "item_code",
        "type": "string",
        "label": {
          "fr": "Code article",
          "en": "Item code"
        },
        "maxLength": 64,
        "format": "code"
      },
      {
        "name": "quantity",
        "type": "decimal",
        "label": {
          "fr": "Quantité",
          "en": "Quantity"
        },
        "scale": 4,
        "default": "1"
      },
      {
        "name": "price",
        "type": "decimal",
        "label": {
          "fr": "Prix unitaire",
          "en": "Unit price"
        },
        "scale": 4,
        "viewPermission": "view sell price"
      },
      {
        "name": "net",
        "type": "decimal",
        "label": {
          "fr": "Net",
          "en": "Net"
        },
        "help": {
          "fr": "Pour toute la quantité et la période, hors taxes ; négatif pour un avoir.",
          "en": "For the whole quantity and period, excluding VAT; negative for a credit."
        },
        "scale": 4,
        "viewPermission": "view sell price"
      },
      {
        "name": "period_start",
        "type": "date",
        "label": {
          "fr": "Début",
          "en": "Start"
        }
      },
      {
        "name": "period_end",
        "type": "date",
        "label": {
          "fr": "Fin",
          "en": "End"
        }
      },
      {
        "name": "invoice_number",
        "type": "string",
        "label": {
          "fr": "Facture",
          "en": "Invoice"
        },
        "maxLength": 64
      },
      {
        "name": "system_id",
        "type": "string",
        "label": {
          "fr": "Identifiant système",
          "en": "System id"
        },
        "maxLength": 64,
        "viewPermission": "view api details",
        "format": "code"
      },
      {
        "name": "months",
        "type": "integer",
        "label": {
          "fr": "Tous les (mois)",
          "en": "Every (months)"
        },
        "help": {
          "fr": "Facturé à nouveau chaque fois, jusqu’à sa fin. Vide : une fois, pour la période dite.",
          "en": "Billed again each time, until its end. Empty: once, for the period that is said."
        },
        "editPermission": "mirror customer invoices"
      },
      {
        "name": "agreed_price",
        "type": "decimal",
        "label": {
          "fr": "Prix convenu",
          "en": "Agreed price"
        },
        "scale": 4,
        "viewPermission": "view sell price",
        "editPermission": "mirror customer invoices"
      },
      {
        "name": "agreed_quantity",
        "type": "decimal",
        "label": {
          "fr": "Quantité convenue",
          "en": "Agreed quantity"
        },
        "scale": 4,
        "editPermission": "mirror customer invoices"
      },
      {
        "name": "drift",
        "type": "list",
        "label": {
          "fr": "Écart de facturation",
          "en": "Billing drift"
        },
        "options": [
          {
            "value": "price",
            "label": {
              "fr": "Prix différent",
              "en": "Other price"
            }
          },
          {
            "value": "quantity",
            "label": {
              "fr": "Quantité différente",
              "en": "Other quantity"
            }
          },
          {
            "value": "ended",
            "label": {
              "fr": "Arrêté là-bas",
              "en": "Ended there"
            }
          },
          {
            "value": "unknown",
            "label": {
              "fr": "Facturé là-bas et inconnu ici",
              "en": "Billed there, unknown here"
            }
          }
        ],
        "editPermission": "mirror customer invoices"
      }
    ]
  }
};
