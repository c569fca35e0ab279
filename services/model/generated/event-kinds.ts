// Written by `npm run generate` from the entity model. Do not edit.

import type { EventKind } from "../entity-model.ts";

export const eventKinds: Readonly<Record<string, EventKind>> = {
  "task_assigned": {
    "name": "task_assigned",
    "module": "sw_base",
    "label": {
      "fr": "Une tâche m’est confiée",
      "en": "A task is assigned to me"
    },
    "on": {
      "type": "sw_task",
      "operations": [
        "create",
        "update"
      ],
      "field": "assignee"
    },
    "audience": {
      "field": "assignee"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "one": {
      "fr": "{actor} vous a confié « {subject} »",
      "en": "{actor} assigned you “{subject}”"
    },
    "many": {
      "fr": "{actor} vous a confié {count} tâches",
      "en": "{actor} assigned you {count} tasks"
    }
  },
  "task_due": {
    "name": "task_due",
    "module": "sw_base",
    "label": {
      "fr": "Une de mes tâches est à faire aujourd’hui",
      "en": "A task of mine is due today"
    },
    "due": {
      "type": "sw_task",
      "field": "due_on",
      "when": "today",
      "while": {
        "field": "status",
        "value": "open"
      }
    },
    "audience": {
      "field": "assignee"
    },
    "channels": {
      "console": true,
      "mail": true
    },
    "one": {
      "fr": "« {subject} » est à faire aujourd’hui",
      "en": "“{subject}” is due today"
    },
    "many": {
      "fr": "{count} de vos tâches sont à faire aujourd’hui",
      "en": "{count} of your tasks are due today"
    }
  },
  "task_overdue": {
    "name": "task_overdue",
    "module": "sw_base",
    "label": {
      "fr": "Une de mes tâches est en retard",
      "en": "A task of mine is overdue"
    },
    "due": {
      "type": "sw_task",
      "field": "due_on",
      "when": "past",
      "while": {
        "field": "status",
        "value": "open"
      }
    },
    "audience": {
      "field": "assignee"
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "one": {
      "fr": "« {subject} » est en retard",
      "en": "“{subject}” is overdue"
    },
    "many": {
      "fr": "{count} de vos tâches sont en retard",
      "en": "{count} of your tasks are overdue"
    }
  },
  "account_status": {
    "name": "account_status",
    "module": "sw_base",
    "label": {
      "fr": "Un compte change de statut",
      "en": "An account changes its status"
    },
    "on": {
      "type": "sw_account",
      "operations": [
        "update"
      ],
      "field": "status"
    },
    "audience": {
      "account": true
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "one": {
      "fr": "{actor} a passé {subject} au statut « {value} »",
      "en": "{actor} set {subject} to “{value}”"
    },
    "many": {
      "fr": "{actor} a changé le statut de {count} comptes",
      "en": "{actor} changed the status of {count} accounts"
    }
  },
  "account_document": {
    "name": "account_document",
    "module": "sw_base",
    "label": {
      "fr": "Un compte reçoit un document",
      "en": "An account gets a document"
    },
    "on": {
      "type": "sw_document",
      "operations": [
        "create"
      ]
    },
    "audience": {
      "account": true
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "one": {
      "fr": "{actor} a ajouté le document « {subject} » à {account}",
      "en": "{actor} added the document “{subject}” to {account}"
    },
    "many": {
      "fr": "{actor} a ajouté {count} documents à {account}",
      "en": "{actor} added {count} documents to {account}"
    }
  },
  "account_contact": {
    "name": "account_contact",
    "module": "sw_base",
    "label": {
      "fr": "Un compte a un nouveau contact",
      "en": "An account has a new contact"
    },
    "on": {
      "type": "sw_contact",
      "operations": [
        "create"
      ]
    },
    "audience": {
      "account": true
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "one": {
      "fr": "{actor} a ajouté le contact {subject} à {account}",
      "en": "{actor} added the contact {subject} to {account}"
    },
    "many": {
      "fr": "{actor} a ajouté {count} contacts à {account}",
      "en": "{actor} added {count} contacts to {account}"
    }
  },
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
  "anomaly_found": {
    "name": "anomaly_found",
    "module": "sw_telecom",
    "label": {
      "fr": "Le contrôle facturation trouve des écarts",
      "en": "Billing control finds gaps"
    },
    "on": {
      "type": "sw_anomaly",
      "operations": [
        "create"
      ]
    },
    "audience": {
      "permission": "manage anomalies"
    },
    "channels": {
      "console": true,
      "mail": false
    },
    "open": {
      "page": "/billing-control",
      "panel": "anomaly"
    },
    "one": {
      "fr": "Un écart de facturation a été trouvé chez {account}",
      "en": "A billing gap was found at {account}"
    },
    "many": {
      "fr": "{count} écarts de facturation ont été trouvés chez {account}",
      "en": "{count} billing gaps were found at {account}"
    }
  }
};
