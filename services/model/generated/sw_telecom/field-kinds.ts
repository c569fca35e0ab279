// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const fieldKinds: Part = {
  "sw_brand": {
    "approval_above": {
      "type": "decimal"
    },
    "milestone_mails": {
      "type": "list",
      "multiple": true
    }
  },
  "sw_supplier": {
    "charge_rules": {
      "type": "json"
    }
  },
  "sw_anomaly": {
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "invoice_line": {
      "type": "reference",
      "target": "sw_supplier_invoice_line"
    },
    "billed_item": {
      "type": "reference",
      "target": "sw_billed_item"
    }
  },
  "sw_check_setting": {
    "line": {
      "type": "reference",
      "target": "sw_line"
    }
  },
  "sw_action": {
    "deployment": {
      "type": "reference",
      "target": "sw_deployment"
    },
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "cause": {
      "type": "list"
    }
  },
  "sw_park": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "site": {
      "type": "reference",
      "target": "sw_site"
    },
    "kind": {
      "type": "list"
    },
    "operator": {
      "type": "reference",
      "target": "sw_supplier"
    }
  },
  "sw_line": {
    "park": {
      "type": "reference",
      "target": "sw_park"
    },
    "site": {
      "type": "reference",
      "target": "sw_site"
    },
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "number": {
      "type": "string"
    },
    "service_id": {
      "type": "string"
    },
    "user_name": {
      "type": "string"
    },
    "user_since": {
      "type": "date"
    },
    "plan": {
      "type": "reference",
      "target": "sw_catalogue_item"
    },
    "status": {
      "type": "state"
    },
    "activated_on": {
      "type": "date"
    },
    "suspended_on": {
      "type": "date"
    },
    "end_date": {
      "type": "date"
    },
    "sell_price": {
      "type": "decimal"
    },
    "buy_price": {
      "type": "decimal"
    },
    "price_reason": {
      "type": "string"
    },
    "commitment_end": {
      "type": "date"
    },
    "supplier_commitment_end": {
      "type": "date"
    },
    "external_ids": {
      "type": "external_id",
      "multiple": true
    },
    "comment": {
      "type": "text"
    }
  },
  "sw_line_term": {
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "plan": {
      "type": "reference",
      "target": "sw_catalogue_item"
    },
    "valid_from": {
      "type": "date"
    },
    "valid_to": {
      "type": "date"
    },
    "negotiated_sell_price": {
      "type": "decimal"
    },
    "negotiated_sell_period": {
      "type": "list"
    },
    "negotiated_buy_price": {
      "type": "decimal"
    },
    "negotiated_buy_period": {
      "type": "list"
    },
    "applied": {
      "type": "boolean"
    }
  },
  "sw_line_option": {
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "item": {
      "type": "reference",
      "target": "sw_catalogue_item"
    },
    "quantity": {
      "type": "integer"
    },
    "sell_price": {
      "type": "decimal"
    },
    "sell_period": {
      "type": "list"
    },
    "buy_price": {
      "type": "decimal"
    },
    "buy_period": {
      "type": "list"
    },
    "valid_from": {
      "type": "date"
    },
    "valid_to": {
      "type": "date"
    }
  },
  "sw_sim": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "operator": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "iccid": {
      "type": "string"
    },
    "eid": {
      "type": "string"
    },
    "kind": {
      "type": "list"
    },
    "status": {
      "type": "list"
    },
    "pin": {
      "type": "string"
    },
    "puk": {
      "type": "string"
    }
  },
  "sw_deployment": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "name": {
      "type": "string"
    },
    "reference": {
      "type": "string"
    },
    "kind": {
      "type": "list"
    },
    "status": {
      "type": "state"
    },
    "planned_on": {
      "type": "date"
    },
    "all_or_nothing": {
      "type": "boolean"
    },
    "blocked_by": {
      "type": "string"
    },
    "owner": {
      "type": "reference",
      "target": "user"
    },
    "supplier": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "sites": {
      "type": "reference",
      "multiple": true,
      "target": "sw_site"
    },
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "delivery_site": {
      "type": "reference",
      "target": "sw_site"
    },
    "delivery_contact": {
      "type": "reference",
      "target": "sw_contact"
    },
    "approval_asked_by": {
      "type": "reference",
      "target": "user"
    },
    "approval_asked_on": {
      "type": "date"
    },
    "approved_by": {
      "type": "reference",
      "target": "user"
    },
    "notes": {
      "type": "text"
    }
  },
  "sw_milestone": {
    "deployment": {
      "type": "reference",
      "target": "sw_deployment"
    },
    "kind": {
      "type": "list"
    },
    "status": {
      "type": "state"
    },
    "due_on": {
      "type": "date"
    },
    "done_on": {
      "type": "date"
    },
    "owner": {
      "type": "reference",
      "target": "user"
    },
    "contact": {
      "type": "reference",
      "target": "sw_contact"
    },
    "blocked_by": {
      "type": "string"
    },
    "mailed_at": {
      "type": "datetime"
    },
    "mailed_to": {
      "type": "email"
    }
  },
  "sw_supplier_invoice": {
    "supplier": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "number": {
      "type": "string"
    },
    "edition": {
      "type": "integer"
    },
    "replaced_by": {
      "type": "reference",
      "target": "sw_supplier_invoice"
    },
    "kind": {
      "type": "list"
    },
    "format": {
      "type": "list"
    },
    "issued_on": {
      "type": "date"
    },
    "period_start": {
      "type": "date"
    },
    "period_end": {
      "type": "date"
    },
    "currency": {
      "type": "string"
    },
    "total_net": {
      "type": "decimal"
    },
    "total_gross": {
      "type": "decimal"
    },
    "line_count": {
      "type": "integer"
    },
    "checked_count": {
      "type": "integer"
    },
    "checked_net": {
      "type": "decimal"
    },
    "content_hash": {
      "type": "string"
    },
    "file_name": {
      "type": "string"
    },
    "source_file": {
      "type": "file",
      "target": "file"
    }
  },
  "sw_supplier_invoice_line": {
    "invoice": {
      "type": "reference",
      "target": "sw_supplier_invoice"
    },
    "line_number": {
      "type": "string"
    },
    "service_id": {
      "type": "string"
    },
    "iccid": {
      "type": "string"
    },
    "msisdn": {
      "type": "string"
    },
    "customer_reference": {
      "type": "string"
    },
    "item_code": {
      "type": "string"
    },
    "description": {
      "type": "string"
    },
    "charge": {
      "type": "list"
    },
    "quantity": {
      "type": "decimal"
    },
    "gross": {
      "type": "decimal"
    },
    "discount": {
      "type": "decimal"
    },
    "net": {
      "type": "decimal"
    },
    "period_start": {
      "type": "date"
    },
    "period_end": {
      "type": "date"
    },
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "match_key": {
      "type": "list"
    },
    "match_confidence": {
      "type": "list"
    }
  },
  "sw_billed_item": {
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "line": {
      "type": "reference",
      "target": "sw_line"
    },
    "name": {
      "type": "string"
    },
    "kind": {
      "type": "list"
    },
    "service_reference": {
      "type": "string"
    },
    "item_code": {
      "type": "string"
    },
    "quantity": {
      "type": "decimal"
    },
    "price": {
      "type": "decimal"
    },
    "net": {
      "type": "decimal"
    },
    "period_start": {
      "type": "date"
    },
    "period_end": {
      "type": "date"
    },
    "invoice_number": {
      "type": "string"
    },
    "system_id": {
      "type": "string"
    },
    "months": {
      "type": "integer"
    },
    "agreed_price": {
      "type": "decimal"
    },
    "agreed_quantity": {
      "type": "decimal"
    },
    "drift": {
      "type": "list"
    }
  }
};
