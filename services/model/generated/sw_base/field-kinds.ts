// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const fieldKinds: Part = {
  "sw_brand": {
    "name": {
      "type": "string"
    },
    "hostname": {
      "type": "string"
    },
    "primary_color": {
      "type": "string"
    },
    "secondary_color": {
      "type": "string"
    },
    "logo": {
      "type": "file",
      "target": "file"
    },
    "locale": {
      "type": "list"
    },
    "time_zone": {
      "type": "string"
    },
    "country": {
      "type": "string"
    },
    "siren": {
      "type": "string"
    },
    "support_phone": {
      "type": "string"
    },
    "mail_sender": {
      "type": "email"
    },
    "modules": {
      "type": "string",
      "multiple": true
    },
    "parent": {
      "type": "reference",
      "target": "sw_brand"
    }
  },
  "sw_role": {
    "role": {
      "type": "string"
    },
    "granted": {
      "type": "string",
      "multiple": true
    },
    "denied": {
      "type": "string",
      "multiple": true
    }
  },
  "sw_account": {
    "kind": {
      "type": "list"
    },
    "legal_name": {
      "type": "string"
    },
    "softwhere_id": {
      "type": "string"
    },
    "external_ids": {
      "type": "external_id",
      "multiple": true
    },
    "siren": {
      "type": "string"
    },
    "siret": {
      "type": "string"
    },
    "vat_number": {
      "type": "string"
    },
    "status": {
      "type": "list"
    },
    "salesperson": {
      "type": "reference",
      "target": "user"
    },
    "partner": {
      "type": "string"
    },
    "customer_since": {
      "type": "date"
    },
    "address_line1": {
      "type": "string"
    },
    "address_line2": {
      "type": "string"
    },
    "postal_code": {
      "type": "string"
    },
    "city": {
      "type": "string"
    },
    "country": {
      "type": "string"
    },
    "notes": {
      "type": "text"
    }
  },
  "sw_contact": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "first_name": {
      "type": "string"
    },
    "last_name": {
      "type": "string"
    },
    "role": {
      "type": "string"
    },
    "email": {
      "type": "email"
    },
    "phone": {
      "type": "string"
    },
    "mobile": {
      "type": "string"
    },
    "preferred_channel": {
      "type": "list"
    },
    "locale": {
      "type": "list"
    }
  },
  "sw_site": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "name": {
      "type": "string"
    },
    "address_line1": {
      "type": "string"
    },
    "address_line2": {
      "type": "string"
    },
    "postal_code": {
      "type": "string"
    },
    "city": {
      "type": "string"
    },
    "country": {
      "type": "string"
    },
    "latitude": {
      "type": "decimal"
    },
    "longitude": {
      "type": "decimal"
    },
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "access_notes": {
      "type": "text"
    },
    "status": {
      "type": "list"
    },
    "opens_on": {
      "type": "date"
    }
  },
  "sw_billing_site": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "name": {
      "type": "string"
    },
    "billing_system": {
      "type": "string"
    },
    "external_id": {
      "type": "string"
    },
    "external_ids": {
      "type": "external_id",
      "multiple": true
    },
    "address_line1": {
      "type": "string"
    },
    "postal_code": {
      "type": "string"
    },
    "city": {
      "type": "string"
    },
    "payment_terms": {
      "type": "string"
    },
    "invoice_email": {
      "type": "email"
    }
  },
  "sw_customer_invoice": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "number": {
      "type": "string"
    },
    "kind": {
      "type": "list"
    },
    "status": {
      "type": "list"
    },
    "issued_on": {
      "type": "date"
    },
    "due_on": {
      "type": "date"
    },
    "currency": {
      "type": "string"
    },
    "net": {
      "type": "decimal"
    },
    "gross": {
      "type": "decimal"
    },
    "remaining": {
      "type": "decimal"
    },
    "connection": {
      "type": "string"
    },
    "external_id": {
      "type": "string"
    },
    "credited_id": {
      "type": "string"
    }
  },
  "sw_assignment": {
    "contact": {
      "type": "reference",
      "target": "sw_contact"
    },
    "purpose": {
      "type": "list"
    },
    "site": {
      "type": "reference",
      "target": "sw_site"
    },
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "valid_from": {
      "type": "date"
    },
    "valid_to": {
      "type": "date"
    }
  },
  "sw_document": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "title": {
      "type": "string"
    },
    "kind": {
      "type": "list"
    },
    "file": {
      "type": "file",
      "target": "file"
    },
    "internal": {
      "type": "boolean"
    }
  },
  "sw_document_version": {
    "document": {
      "type": "reference",
      "target": "sw_document"
    },
    "number": {
      "type": "integer"
    },
    "file": {
      "type": "file",
      "target": "file"
    }
  },
  "sw_catalogue": {
    "name": {
      "type": "string"
    },
    "active": {
      "type": "boolean"
    }
  },
  "sw_catalogue_item": {
    "catalogue": {
      "type": "reference",
      "target": "sw_catalogue"
    },
    "code": {
      "type": "string"
    },
    "name": {
      "type": "string"
    },
    "kind": {
      "type": "list"
    },
    "service_type": {
      "type": "string"
    },
    "supplier": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "active": {
      "type": "boolean"
    }
  },
  "sw_price": {
    "item": {
      "type": "reference",
      "target": "sw_catalogue_item"
    },
    "direction": {
      "type": "list"
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
    "billing_period": {
      "type": "list"
    },
    "currency": {
      "type": "string"
    },
    "valid_from": {
      "type": "date"
    },
    "valid_to": {
      "type": "date"
    },
    "source": {
      "type": "string"
    }
  },
  "sw_supplier": {
    "name": {
      "type": "string"
    },
    "code": {
      "type": "string"
    },
    "vat_number": {
      "type": "string"
    },
    "siren": {
      "type": "string"
    },
    "invoice_names": {
      "type": "string",
      "multiple": true
    },
    "adapter": {
      "type": "string"
    },
    "invoice_mapping": {
      "type": "string"
    },
    "notice_days": {
      "type": "integer"
    },
    "proration": {
      "type": "list"
    },
    "dispute_days": {
      "type": "integer"
    },
    "follow_up_days": {
      "type": "integer"
    },
    "dispute_email": {
      "type": "email"
    },
    "electronic_address": {
      "type": "string"
    }
  },
  "sw_task": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "title": {
      "type": "string"
    },
    "due_on": {
      "type": "date"
    },
    "assignee": {
      "type": "reference",
      "target": "user"
    },
    "status": {
      "type": "list"
    }
  },
  "sw_anomaly": {
    "key": {
      "type": "string"
    },
    "check": {
      "type": "list"
    },
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "supplier": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "period_start": {
      "type": "date"
    },
    "period_end": {
      "type": "date"
    },
    "expected": {
      "type": "decimal"
    },
    "found": {
      "type": "decimal"
    },
    "amount": {
      "type": "decimal"
    },
    "amount_per_month": {
      "type": "decimal"
    },
    "cumulated": {
      "type": "decimal"
    },
    "recovered": {
      "type": "decimal"
    },
    "evidence": {
      "type": "json"
    },
    "status": {
      "type": "state"
    },
    "reason": {
      "type": "text"
    },
    "dispute": {
      "type": "reference",
      "target": "sw_dispute"
    }
  },
  "sw_dispute": {
    "reference": {
      "type": "string"
    },
    "supplier": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "status": {
      "type": "list"
    },
    "sent_on": {
      "type": "date"
    },
    "due_on": {
      "type": "date"
    },
    "follow_up_on": {
      "type": "date"
    },
    "promised_on": {
      "type": "date"
    },
    "claimed_amount": {
      "type": "decimal"
    },
    "answered_on": {
      "type": "date"
    },
    "credited_amount": {
      "type": "decimal"
    },
    "comment": {
      "type": "text"
    },
    "mailed_at": {
      "type": "datetime"
    },
    "mailed_to": {
      "type": "email"
    }
  },
  "sw_check_setting": {
    "check": {
      "type": "list"
    },
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "supplier": {
      "type": "reference",
      "target": "sw_supplier"
    },
    "valid_from": {
      "type": "date"
    },
    "valid_to": {
      "type": "date"
    },
    "enabled": {
      "type": "boolean"
    },
    "tolerance": {
      "type": "decimal"
    },
    "reason": {
      "type": "text"
    }
  },
  "sw_action": {
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "billing_site": {
      "type": "reference",
      "target": "sw_billing_site"
    },
    "capability": {
      "type": "list"
    },
    "operation": {
      "type": "list"
    },
    "payload": {
      "type": "json"
    },
    "corrected": {
      "type": "json"
    },
    "depends_on": {
      "type": "reference",
      "multiple": true,
      "target": "sw_action"
    },
    "compensates": {
      "type": "reference",
      "target": "sw_action"
    },
    "planned_on": {
      "type": "date"
    },
    "status": {
      "type": "state"
    },
    "reason": {
      "type": "string"
    },
    "milestones": {
      "type": "json"
    },
    "idempotency_key": {
      "type": "string"
    },
    "attempts": {
      "type": "integer"
    },
    "next_attempt_at": {
      "type": "datetime"
    },
    "vendor_reference": {
      "type": "string"
    },
    "result": {
      "type": "text"
    }
  },
  "sw_saved_view": {
    "owner": {
      "type": "reference",
      "target": "user"
    },
    "name": {
      "type": "string"
    },
    "list": {
      "type": "string"
    },
    "query": {
      "type": "json"
    }
  },
  "sw_import_mapping": {
    "kind": {
      "type": "string"
    },
    "name": {
      "type": "string"
    },
    "mapping": {
      "type": "json"
    }
  },
  "sw_notification": {
    "recipient": {
      "type": "reference",
      "target": "user"
    },
    "kind": {
      "type": "string"
    },
    "event_key": {
      "type": "string"
    },
    "subject_type": {
      "type": "string"
    },
    "subject_id": {
      "type": "string"
    },
    "subject_label": {
      "type": "string"
    },
    "subject_count": {
      "type": "integer"
    },
    "value": {
      "type": "string"
    },
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "account_label": {
      "type": "string"
    },
    "account_count": {
      "type": "integer"
    },
    "actor_name": {
      "type": "string"
    },
    "occurred_at": {
      "type": "datetime"
    },
    "read_at": {
      "type": "datetime"
    }
  },
  "sw_subscription": {
    "subscriber": {
      "type": "reference",
      "target": "user"
    },
    "kind": {
      "type": "string"
    },
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "console": {
      "type": "boolean"
    },
    "mail": {
      "type": "boolean"
    }
  },
  "sw_mail_template": {
    "kind": {
      "type": "string"
    },
    "locale": {
      "type": "list"
    },
    "subject": {
      "type": "string"
    },
    "body": {
      "type": "text"
    }
  },
  "sw_layout": {
    "role": {
      "type": "string"
    },
    "screen": {
      "type": "list"
    },
    "blocks": {
      "type": "string",
      "multiple": true
    }
  },
  "sw_journal_entry": {
    "sequence": {
      "type": "integer"
    },
    "occurred_at": {
      "type": "datetime"
    },
    "actor": {
      "type": "reference",
      "target": "user"
    },
    "actor_name": {
      "type": "string"
    },
    "operation": {
      "type": "list"
    },
    "subject_type": {
      "type": "string"
    },
    "subject_id": {
      "type": "string"
    },
    "subject_label": {
      "type": "string"
    },
    "subject_version": {
      "type": "integer"
    },
    "account": {
      "type": "reference",
      "target": "sw_account"
    },
    "changes": {
      "type": "change",
      "multiple": true
    },
    "cause": {
      "type": "list"
    },
    "request_id": {
      "type": "string"
    },
    "undoes": {
      "type": "string"
    },
    "view_permission": {
      "type": "string"
    },
    "previous_hash": {
      "type": "string"
    },
    "hash": {
      "type": "string"
    }
  },
  "user": {
    "display_name": {
      "type": "string"
    },
    "name": {
      "type": "string"
    },
    "mail": {
      "type": "email"
    },
    "status": {
      "type": "boolean"
    },
    "preferred_langcode": {
      "type": "string"
    },
    "permissions": {
      "type": "string",
      "multiple": true
    },
    "full_name": {
      "type": "string"
    },
    "user_type": {
      "type": "list"
    },
    "business_roles": {
      "type": "string",
      "multiple": true
    },
    "accounts": {
      "type": "reference",
      "multiple": true,
      "target": "sw_account"
    }
  },
  "file": {
    "filename": {
      "type": "string"
    },
    "filemime": {
      "type": "string"
    },
    "filesize": {
      "type": "integer"
    }
  }
};
