// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const eventKinds: Part = {
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
  "anomaly_found": {
    "name": "anomaly_found",
    "module": "sw_base",
    "label": {
      "fr": "Un contrôle trouve des écarts",
      "en": "A check finds gaps"
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
    "one": {
      "fr": "Un écart a été trouvé chez {account}",
      "en": "A gap was found at {account}"
    },
    "many": {
      "fr": "{count} écarts ont été trouvés chez {account}",
      "en": "{count} gaps were found at {account}"
    }
  }
};
