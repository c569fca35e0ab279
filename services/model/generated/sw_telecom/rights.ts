// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const permissions: Part = {
  "edit plan": {
    "label": {
      "fr": "Modifier les forfaits",
      "en": "Edit plans"
    },
    "module": "sw_telecom"
  },
  "manage lines": {
    "label": {
      "fr": "Gérer l’état des lignes",
      "en": "Manage line states"
    },
    "module": "sw_telecom"
  },
  "launch deployment": {
    "label": {
      "fr": "Lancer un déploiement",
      "en": "Launch deployments"
    },
    "module": "sw_telecom"
  },
  "import invoices": {
    "label": {
      "fr": "Importer des factures",
      "en": "Import invoices"
    },
    "module": "sw_telecom"
  },
  "view sim secrets": {
    "label": {
      "fr": "Voir PIN et PUK",
      "en": "View PIN and PUK"
    },
    "module": "sw_telecom"
  },
  "view sw_park": {
    "label": {
      "fr": "Voir : Parcs",
      "en": "View: Parks"
    },
    "module": "sw_telecom",
    "type": "sw_park",
    "operation": "view"
  },
  "create sw_park": {
    "label": {
      "fr": "Créer : Parcs",
      "en": "Create: Parks"
    },
    "module": "sw_telecom",
    "type": "sw_park",
    "operation": "create"
  },
  "edit sw_park": {
    "label": {
      "fr": "Modifier : Parcs",
      "en": "Edit: Parks"
    },
    "module": "sw_telecom",
    "type": "sw_park",
    "operation": "edit"
  },
  "delete sw_park": {
    "label": {
      "fr": "Supprimer : Parcs",
      "en": "Delete: Parks"
    },
    "module": "sw_telecom",
    "type": "sw_park",
    "operation": "delete"
  },
  "view sw_line": {
    "label": {
      "fr": "Voir : Lignes",
      "en": "View: Lines"
    },
    "module": "sw_telecom",
    "type": "sw_line",
    "operation": "view"
  },
  "create sw_line": {
    "label": {
      "fr": "Créer : Lignes",
      "en": "Create: Lines"
    },
    "module": "sw_telecom",
    "type": "sw_line",
    "operation": "create"
  },
  "edit sw_line": {
    "label": {
      "fr": "Modifier : Lignes",
      "en": "Edit: Lines"
    },
    "module": "sw_telecom",
    "type": "sw_line",
    "operation": "edit"
  },
  "delete sw_line": {
    "label": {
      "fr": "Supprimer : Lignes",
      "en": "Delete: Lines"
    },
    "module": "sw_telecom",
    "type": "sw_line",
    "operation": "delete"
  },
  "view sw_line_term": {
    "label": {
      "fr": "Voir : Périodes de forfait",
      "en": "View: Plan periods"
    },
    "module": "sw_telecom",
    "type": "sw_line_term",
    "operation": "view"
  },
  "create sw_line_term": {
    "label": {
      "fr": "Créer : Périodes de forfait",
      "en": "Create: Plan periods"
    },
    "module": "sw_telecom",
    "type": "sw_line_term",
    "operation": "create"
  },
  "edit sw_line_term": {
    "label": {
      "fr": "Modifier : Périodes de forfait",
      "en": "Edit: Plan periods"
    },
    "module": "sw_telecom",
    "type": "sw_line_term",
    "operation": "edit"
  },
  "delete sw_line_term": {
    "label": {
      "fr": "Supprimer : Périodes de forfait",
      "en": "Delete: Plan periods"
    },
    "module": "sw_telecom",
    "type": "sw_line_term",
    "operation": "delete"
  },
  "view sw_line_option": {
    "label": {
      "fr": "Voir : Options de ligne",
      "en": "View: Line options"
    },
    "module": "sw_telecom",
    "type": "sw_line_option",
    "operation": "view"
  },
  "create sw_line_option": {
    "label": {
      "fr": "Créer : Options de ligne",
      "en": "Create: Line options"
    },
    "module": "sw_telecom",
    "type": "sw_line_option",
    "operation": "create"
  },
  "edit sw_line_option": {
    "label": {
      "fr": "Modifier : Options de ligne",
      "en": "Edit: Line options"
    },
    "module": "sw_telecom",
    "type": "sw_line_option",
    "operation": "edit"
  },
  "delete sw_line_option": {
    "label": {
      "fr": "Supprimer : Options de ligne",
      "en": "Delete: Line options"
    },
    "module": "sw_telecom",
    "type": "sw_line_option",
    "operation": "delete"
  },
  "view sw_sim": {
    "label": {
      "fr": "Voir : SIM",
      "en": "View: SIMs"
    },
    "module": "sw_telecom",
    "type": "sw_sim",
    "operation": "view"
  },
  "create sw_sim": {
    "label": {
      "fr": "Créer : SIM",
      "en": "Create: SIMs"
    },
    "module": "sw_telecom",
    "type": "sw_sim",
    "operation": "create"
  },
  "edit sw_sim": {
    "label": {
      "fr": "Modifier : SIM",
      "en": "Edit: SIMs"
    },
    "module": "sw_telecom",
    "type": "sw_sim",
    "operation": "edit"
  },
  "delete sw_sim": {
    "label": {
      "fr": "Supprimer : SIM",
      "en": "Delete: SIMs"
    },
    "module": "sw_telecom",
    "type": "sw_sim",
    "operation": "delete"
  },
  "view sw_deployment": {
    "label": {
      "fr": "Voir : Déploiements",
      "en": "View: Deployments"
    },
    "module": "sw_telecom",
    "type": "sw_deployment",
    "operation": "view"
  },
  "delete sw_deployment": {
    "label": {
      "fr": "Supprimer : Déploiements",
      "en": "Delete: Deployments"
    },
    "module": "sw_telecom",
    "type": "sw_deployment",
    "operation": "delete"
  },
  "view sw_milestone": {
    "label": {
      "fr": "Voir : Jalons",
      "en": "View: Milestones"
    },
    "module": "sw_telecom",
    "type": "sw_milestone",
    "operation": "view"
  },
  "delete sw_milestone": {
    "label": {
      "fr": "Supprimer : Jalons",
      "en": "Delete: Milestones"
    },
    "module": "sw_telecom",
    "type": "sw_milestone",
    "operation": "delete"
  },
  "view sw_billed_item": {
    "label": {
      "fr": "Voir : Éléments facturés",
      "en": "View: Billed items"
    },
    "module": "sw_telecom",
    "type": "sw_billed_item",
    "operation": "view"
  },
  "create sw_billed_item": {
    "label": {
      "fr": "Créer : Éléments facturés",
      "en": "Create: Billed items"
    },
    "module": "sw_telecom",
    "type": "sw_billed_item",
    "operation": "create"
  },
  "edit sw_billed_item": {
    "label": {
      "fr": "Modifier : Éléments facturés",
      "en": "Edit: Billed items"
    },
    "module": "sw_telecom",
    "type": "sw_billed_item",
    "operation": "edit"
  },
  "delete sw_billed_item": {
    "label": {
      "fr": "Supprimer : Éléments facturés",
      "en": "Delete: Billed items"
    },
    "module": "sw_telecom",
    "type": "sw_billed_item",
    "operation": "delete"
  }
};

export const roles: Part = {
  "administrator": {
    "permissions": [
      "create sw_billed_item",
      "create sw_line",
      "create sw_line_option",
      "create sw_line_term",
      "create sw_park",
      "create sw_sim",
      "delete sw_billed_item",
      "delete sw_deployment",
      "delete sw_line",
      "delete sw_line_option",
      "delete sw_line_term",
      "delete sw_milestone",
      "delete sw_park",
      "delete sw_sim",
      "edit plan",
      "edit sw_billed_item",
      "edit sw_line",
      "edit sw_line_option",
      "edit sw_line_term",
      "edit sw_park",
      "edit sw_sim",
      "import invoices",
      "launch deployment",
      "manage lines",
      "view sim secrets",
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "direction": {
    "permissions": [
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "manager": {
    "permissions": [
      "create sw_billed_item",
      "create sw_line",
      "create sw_line_option",
      "create sw_line_term",
      "create sw_park",
      "create sw_sim",
      "delete sw_billed_item",
      "delete sw_deployment",
      "delete sw_line_option",
      "delete sw_line_term",
      "delete sw_milestone",
      "edit plan",
      "edit sw_billed_item",
      "edit sw_line",
      "edit sw_line_option",
      "edit sw_line_term",
      "edit sw_park",
      "edit sw_sim",
      "import invoices",
      "launch deployment",
      "manage lines",
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "support_n1": {
    "permissions": [
      "edit sw_line",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "support_n2": {
    "permissions": [
      "edit sw_line",
      "edit sw_sim",
      "manage lines",
      "view sim secrets",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "sales": {
    "permissions": [
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park"
    ]
  },
  "accounting": {
    "permissions": [
      "create sw_billed_item",
      "delete sw_billed_item",
      "edit sw_billed_item",
      "import invoices",
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "service": {
    "permissions": [
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "scheduler": {
    "permissions": [
      "edit plan",
      "edit sw_billed_item",
      "edit sw_line",
      "edit sw_line_term",
      "import invoices",
      "launch deployment",
      "manage lines",
      "view api details",
      "view sw_action",
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim",
      "view sw_supplier"
    ]
  },
  "connector": {
    "permissions": [
      "create sw_billed_item",
      "create sw_sim",
      "edit sw_billed_item",
      "edit sw_line",
      "edit sw_sim",
      "manage lines",
      "view sw_billed_item",
      "view sw_deployment",
      "view sw_line",
      "view sw_line_option",
      "view sw_line_term",
      "view sw_milestone",
      "view sw_park",
      "view sw_sim"
    ]
  },
  "client": {
    "permissions": [
      "view sw_line",
      "view sw_line_term",
      "view sw_park"
    ]
  },
  "partner": {
    "permissions": [
      "view sw_line",
      "view sw_line_term",
      "view sw_park"
    ]
  }
};
