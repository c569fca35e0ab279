// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const eventKinds: Part = {
  "line_suspended": {
    "name": "line_suspended",
    "module": "sw_telecom",
    "label": {
      "fr": "Une ligne d’un compte est suspendue",
      "en": "A line of an account is suspended"
    },
    "on": {
      "type": "sw_line",
      "operations": [
        "update"
      ],
      "field": "status",
      "to": [
        "suspended"
      ]
    },
    "audience": {
      "account": true
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "open": {
      "panel": "line"
    },
    "one": {
      "fr": "{actor} a suspendu la ligne {subject} de {account}",
      "en": "{actor} suspended the line {subject} of {account}"
    },
    "many": {
      "fr": "{actor} a suspendu {count} lignes de {account}",
      "en": "{actor} suspended {count} lines of {account}"
    }
  },
  "line_terminated": {
    "name": "line_terminated",
    "module": "sw_telecom",
    "label": {
      "fr": "Une ligne d’un compte est résiliée",
      "en": "A line of an account is terminated"
    },
    "on": {
      "type": "sw_line",
      "operations": [
        "update"
      ],
      "field": "status",
      "to": [
        "terminating"
      ]
    },
    "audience": {
      "account": true
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "open": {
      "panel": "line"
    },
    "one": {
      "fr": "{actor} a résilié la ligne {subject} de {account}",
      "en": "{actor} terminated the line {subject} of {account}"
    },
    "many": {
      "fr": "{actor} a résilié {count} lignes de {account}",
      "en": "{actor} terminated {count} lines of {account}"
    }
  },
  "approval_asked": {
    "name": "approval_asked",
    "module": "sw_telecom",
    "label": {
      "fr": "Un déploiement attend un accord",
      "en": "A deployment awaits approval"
    },
    "on": {
      "type": "sw_deployment",
      "operations": [
        "update"
      ],
      "field": "status",
      "to": [
        "awaiting_approval"
      ]
    },
    "audience": {
      "permission": "launch deployment"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "open": {
      "panel": "deployment"
    },
    "one": {
      "fr": "{actor} demande un accord pour lancer « {subject} »",
      "en": "{actor} asks for approval to launch “{subject}”"
    },
    "many": {
      "fr": "{actor} demande un accord pour {count} déploiements",
      "en": "{actor} asks for approval of {count} deployments"
    }
  },
  "approval_given": {
    "name": "approval_given",
    "module": "sw_telecom",
    "label": {
      "fr": "L’accord que j’ai demandé est donné",
      "en": "An approval that I asked for is given"
    },
    "on": {
      "type": "sw_deployment",
      "operations": [
        "update"
      ],
      "field": "approved_by"
    },
    "audience": {
      "field": "approval_asked_by"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "open": {
      "panel": "deployment"
    },
    "one": {
      "fr": "{actor} a donné son accord : « {subject} » est lancé",
      "en": "{actor} approved “{subject}”: it is launched"
    },
    "many": {
      "fr": "{actor} a donné son accord à {count} déploiements",
      "en": "{actor} approved {count} deployments"
    }
  },
  "approval_withheld": {
    "name": "approval_withheld",
    "module": "sw_telecom",
    "label": {
      "fr": "Un déploiement que j’ai soumis à accord est de nouveau prévu",
      "en": "A deployment that I asked approval for is planned again"
    },
    "on": {
      "type": "sw_deployment",
      "operations": [
        "update"
      ],
      "field": "status",
      "to": [
        "planned"
      ]
    },
    "audience": {
      "field": "approval_asked_by"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "open": {
      "panel": "deployment"
    },
    "one": {
      "fr": "{actor} a remis « {subject} » à l’état « {value} »",
      "en": "{actor} set “{subject}” back to “{value}”"
    },
    "many": {
      "fr": "{actor} a remis {count} déploiements à l’état « {value} »",
      "en": "{actor} set {count} deployments back to “{value}”"
    }
  },
  "deployment_undoing": {
    "name": "deployment_undoing",
    "module": "sw_telecom",
    "label": {
      "fr": "Un de mes déploiements est défait",
      "en": "A deployment of mine is being undone"
    },
    "on": {
      "type": "sw_deployment",
      "operations": [
        "update"
      ],
      "field": "status",
      "to": [
        "undoing"
      ]
    },
    "audience": {
      "field": "owner"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "open": {
      "panel": "deployment"
    },
    "one": {
      "fr": "{actor} revient en arrière sur « {subject} »",
      "en": "{actor} is undoing “{subject}”"
    },
    "many": {
      "fr": "{actor} revient en arrière sur {count} déploiements",
      "en": "{actor} is undoing {count} deployments"
    }
  },
  "milestone_due": {
    "name": "milestone_due",
    "module": "sw_telecom",
    "label": {
      "fr": "Un de mes jalons est pour aujourd’hui",
      "en": "A milestone of mine is due today"
    },
    "due": {
      "type": "sw_milestone",
      "field": "due_on",
      "when": "today",
      "while": {
        "field": "status",
        "value": "open"
      }
    },
    "audience": {
      "field": "owner"
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "one": {
      "fr": "« {subject} » est pour aujourd’hui chez {account}",
      "en": "“{subject}” is due today for {account}"
    },
    "many": {
      "fr": "{count} de vos jalons sont pour aujourd’hui",
      "en": "{count} of your milestones are due today"
    }
  },
  "milestone_overdue": {
    "name": "milestone_overdue",
    "module": "sw_telecom",
    "label": {
      "fr": "Un de mes jalons est en retard",
      "en": "A milestone of mine is overdue"
    },
    "due": {
      "type": "sw_milestone",
      "field": "due_on",
      "when": "past",
      "while": {
        "field": "status",
        "value": "open"
      }
    },
    "audience": {
      "field": "owner"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "one": {
      "fr": "« {subject} » est en retard chez {account}",
      "en": "“{subject}” is overdue for {account}"
    },
    "many": {
      "fr": "{count} de vos jalons sont en retard",
      "en": "{count} of your milestones are overdue"
    }
  },
  "control_digest": {
    "name": "control_digest",
    "module": "sw_telecom",
    "label": {
      "fr": "Le contrôle facturation de la semaine, le lundi",
      "en": "The week’s billing control, on Mondays"
    },
    "digest": {
      "type": "sw_supplier_invoice",
      "every": "week"
    },
    "audience": {
      "permission": "view anomalies"
    },
    "channels": {
      "console": false,
      "mail": false
    },
    "open": {
      "page": "/steering"
    },
    "one": {
      "fr": "Contrôle facturation de la semaine",
      "en": "Billing control of the week"
    },
    "many": {
      "fr": "Contrôle facturation de la semaine",
      "en": "Billing control of the week"
    }
  }
};
