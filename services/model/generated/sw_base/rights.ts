// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const permissions: Part = {
  "view internal notes": {
    "label": {
      "fr": "Voir les notes internes",
      "en": "View internal notes"
    },
    "module": "sw_base"
  },
  "view sell price": {
    "label": {
      "fr": "Voir les prix de vente",
      "en": "View sell prices"
    },
    "module": "sw_base"
  },
  "view suppliers": {
    "label": {
      "fr": "Voir les fournisseurs et leurs références",
      "en": "View suppliers and their references"
    },
    "module": "sw_base"
  },
  "view margin": {
    "label": {
      "fr": "Voir la marge et les prix d’achat",
      "en": "View margin and buy prices"
    },
    "module": "sw_base"
  },
  "edit prices": {
    "label": {
      "fr": "Modifier les prix",
      "en": "Edit prices"
    },
    "module": "sw_base"
  },
  "view api details": {
    "label": {
      "fr": "Voir les identifiants API",
      "en": "View API details"
    },
    "module": "sw_base"
  },
  "export": {
    "label": {
      "fr": "Exporter",
      "en": "Export"
    },
    "module": "sw_base"
  },
  "view anomalies": {
    "label": {
      "fr": "Voir les anomalies",
      "en": "View anomalies"
    },
    "module": "sw_base"
  },
  "manage anomalies": {
    "label": {
      "fr": "Traiter les anomalies",
      "en": "Manage anomalies"
    },
    "module": "sw_base"
  },
  "view customer invoices": {
    "label": {
      "fr": "Voir les factures des clients",
      "en": "View customers’ invoices"
    },
    "module": "sw_base"
  },
  "mirror customer invoices": {
    "label": {
      "fr": "Tenir le miroir des factures des clients (services)",
      "en": "Keep the mirror of customers’ invoices (services)"
    },
    "module": "sw_base"
  },
  "carry out actions": {
    "label": {
      "fr": "Exécuter des actions chez les autres",
      "en": "Carry out actions at others"
    },
    "module": "sw_base"
  },
  "administer brand": {
    "label": {
      "fr": "Administrer la marque",
      "en": "Administer the brand"
    },
    "module": "sw_base"
  },
  "administer platform": {
    "label": {
      "fr": "Administrer la plateforme",
      "en": "Administer the platform"
    },
    "module": "sw_base"
  },
  "follow outbox": {
    "label": {
      "fr": "Suivre la boîte d’envoi (services)",
      "en": "Follow the outbox (services)"
    },
    "module": "sw_base"
  },
  "send notifications": {
    "label": {
      "fr": "Envoyer des notifications (services)",
      "en": "Send notifications (services)"
    },
    "module": "sw_base"
  },
  "send account mails": {
    "label": {
      "fr": "Envoyer les mails de compte (services)",
      "en": "Send account mails (services)"
    },
    "module": "sw_base"
  },
  "view sw_account": {
    "label": {
      "fr": "Voir : Comptes clients",
      "en": "View: Accounts"
    },
    "module": "sw_base",
    "type": "sw_account",
    "operation": "view"
  },
  "create sw_account": {
    "label": {
      "fr": "Créer : Comptes clients",
      "en": "Create: Accounts"
    },
    "module": "sw_base",
    "type": "sw_account",
    "operation": "create"
  },
  "edit sw_account": {
    "label": {
      "fr": "Modifier : Comptes clients",
      "en": "Edit: Accounts"
    },
    "module": "sw_base",
    "type": "sw_account",
    "operation": "edit"
  },
  "delete sw_account": {
    "label": {
      "fr": "Supprimer : Comptes clients",
      "en": "Delete: Accounts"
    },
    "module": "sw_base",
    "type": "sw_account",
    "operation": "delete"
  },
  "view sw_contact": {
    "label": {
      "fr": "Voir : Contacts",
      "en": "View: Contacts"
    },
    "module": "sw_base",
    "type": "sw_contact",
    "operation": "view"
  },
  "create sw_contact": {
    "label": {
      "fr": "Créer : Contacts",
      "en": "Create: Contacts"
    },
    "module": "sw_base",
    "type": "sw_contact",
    "operation": "create"
  },
  "edit sw_contact": {
    "label": {
      "fr": "Modifier : Contacts",
      "en": "Edit: Contacts"
    },
    "module": "sw_base",
    "type": "sw_contact",
    "operation": "edit"
  },
  "delete sw_contact": {
    "label": {
      "fr": "Supprimer : Contacts",
      "en": "Delete: Contacts"
    },
    "module": "sw_base",
    "type": "sw_contact",
    "operation": "delete"
  },
  "view sw_site": {
    "label": {
      "fr": "Voir : Sites",
      "en": "View: Sites"
    },
    "module": "sw_base",
    "type": "sw_site",
    "operation": "view"
  },
  "create sw_site": {
    "label": {
      "fr": "Créer : Sites",
      "en": "Create: Sites"
    },
    "module": "sw_base",
    "type": "sw_site",
    "operation": "create"
  },
  "edit sw_site": {
    "label": {
      "fr": "Modifier : Sites",
      "en": "Edit: Sites"
    },
    "module": "sw_base",
    "type": "sw_site",
    "operation": "edit"
  },
  "delete sw_site": {
    "label": {
      "fr": "Supprimer : Sites",
      "en": "Delete: Sites"
    },
    "module": "sw_base",
    "type": "sw_site",
    "operation": "delete"
  },
  "view sw_billing_site": {
    "label": {
      "fr": "Voir : Sites de facturation",
      "en": "View: Billing sites"
    },
    "module": "sw_base",
    "type": "sw_billing_site",
    "operation": "view"
  },
  "create sw_billing_site": {
    "label": {
      "fr": "Créer : Sites de facturation",
      "en": "Create: Billing sites"
    },
    "module": "sw_base",
    "type": "sw_billing_site",
    "operation": "create"
  },
  "edit sw_billing_site": {
    "label": {
      "fr": "Modifier : Sites de facturation",
      "en": "Edit: Billing sites"
    },
    "module": "sw_base",
    "type": "sw_billing_site",
    "operation": "edit"
  },
  "delete sw_billing_site": {
    "label": {
      "fr": "Supprimer : Sites de facturation",
      "en": "Delete: Billing sites"
    },
    "module": "sw_base",
    "type": "sw_billing_site",
    "operation": "delete"
  },
  "view sw_assignment": {
    "label": {
      "fr": "Voir : Affectations de contact",
      "en": "View: Contact assignments"
    },
    "module": "sw_base",
    "type": "sw_assignment",
    "operation": "view"
  },
  "create sw_assignment": {
    "label": {
      "fr": "Créer : Affectations de contact",
      "en": "Create: Contact assignments"
    },
    "module": "sw_base",
    "type": "sw_assignment",
    "operation": "create"
  },
  "edit sw_assignment": {
    "label": {
      "fr": "Modifier : Affectations de contact",
      "en": "Edit: Contact assignments"
    },
    "module": "sw_base",
    "type": "sw_assignment",
    "operation": "edit"
  },
  "delete sw_assignment": {
    "label": {
      "fr": "Supprimer : Affectations de contact",
      "en": "Delete: Contact assignments"
    },
    "module": "sw_base",
    "type": "sw_assignment",
    "operation": "delete"
  },
  "view sw_document": {
    "label": {
      "fr": "Voir : Documents",
      "en": "View: Documents"
    },
    "module": "sw_base",
    "type": "sw_document",
    "operation": "view"
  },
  "create sw_document": {
    "label": {
      "fr": "Créer : Documents",
      "en": "Create: Documents"
    },
    "module": "sw_base",
    "type": "sw_document",
    "operation": "create"
  },
  "edit sw_document": {
    "label": {
      "fr": "Modifier : Documents",
      "en": "Edit: Documents"
    },
    "module": "sw_base",
    "type": "sw_document",
    "operation": "edit"
  },
  "delete sw_document": {
    "label": {
      "fr": "Supprimer : Documents",
      "en": "Delete: Documents"
    },
    "module": "sw_base",
    "type": "sw_document",
    "operation": "delete"
  },
  "view sw_document_version": {
    "label": {
      "fr": "Voir : Versions de document",
      "en": "View: Document versions"
    },
    "module": "sw_base",
    "type": "sw_document_version",
    "operation": "view"
  },
  "create sw_document_version": {
    "label": {
      "fr": "Créer : Versions de document",
      "en": "Create: Document versions"
    },
    "module": "sw_base",
    "type": "sw_document_version",
    "operation": "create"
  },
  "edit sw_document_version": {
    "label": {
      "fr": "Modifier : Versions de document",
      "en": "Edit: Document versions"
    },
    "module": "sw_base",
    "type": "sw_document_version",
    "operation": "edit"
  },
  "delete sw_document_version": {
    "label": {
      "fr": "Supprimer : Versions de document",
      "en": "Delete: Document versions"
    },
    "module": "sw_base",
    "type": "sw_document_version",
    "operation": "delete"
  },
  "view sw_catalogue": {
    "label": {
      "fr": "Voir : Catalogues",
      "en": "View: Catalogues"
    },
    "module": "sw_base",
    "type": "sw_catalogue",
    "operation": "view"
  },
  "create sw_catalogue": {
    "label": {
      "fr": "Créer : Catalogues",
      "en": "Create: Catalogues"
    },
    "module": "sw_base",
    "type": "sw_catalogue",
    "operation": "create"
  },
  "edit sw_catalogue": {
    "label": {
      "fr": "Modifier : Catalogues",
      "en": "Edit: Catalogues"
    },
    "module": "sw_base",
    "type": "sw_catalogue",
    "operation": "edit"
  },
  "delete sw_catalogue": {
    "label": {
      "fr": "Supprimer : Catalogues",
      "en": "Delete: Catalogues"
    },
    "module": "sw_base",
    "type": "sw_catalogue",
    "operation": "delete"
  },
  "view sw_catalogue_item": {
    "label": {
      "fr": "Voir : Articles de catalogue",
      "en": "View: Catalogue items"
    },
    "module": "sw_base",
    "type": "sw_catalogue_item",
    "operation": "view"
  },
  "create sw_catalogue_item": {
    "label": {
      "fr": "Créer : Articles de catalogue",
      "en": "Create: Catalogue items"
    },
    "module": "sw_base",
    "type": "sw_catalogue_item",
    "operation": "create"
  },
  "edit sw_catalogue_item": {
    "label": {
      "fr": "Modifier : Articles de catalogue",
      "en": "Edit: Catalogue items"
    },
    "module": "sw_base",
    "type": "sw_catalogue_item",
    "operation": "edit"
  },
  "delete sw_catalogue_item": {
    "label": {
      "fr": "Supprimer : Articles de catalogue",
      "en": "Delete: Catalogue items"
    },
    "module": "sw_base",
    "type": "sw_catalogue_item",
    "operation": "delete"
  },
  "view sw_price": {
    "label": {
      "fr": "Voir : Prix datés",
      "en": "View: Dated prices"
    },
    "module": "sw_base",
    "type": "sw_price",
    "operation": "view"
  },
  "create sw_price": {
    "label": {
      "fr": "Créer : Prix datés",
      "en": "Create: Dated prices"
    },
    "module": "sw_base",
    "type": "sw_price",
    "operation": "create"
  },
  "edit sw_price": {
    "label": {
      "fr": "Modifier : Prix datés",
      "en": "Edit: Dated prices"
    },
    "module": "sw_base",
    "type": "sw_price",
    "operation": "edit"
  },
  "delete sw_price": {
    "label": {
      "fr": "Supprimer : Prix datés",
      "en": "Delete: Dated prices"
    },
    "module": "sw_base",
    "type": "sw_price",
    "operation": "delete"
  },
  "view sw_supplier": {
    "label": {
      "fr": "Voir : Fournisseurs",
      "en": "View: Suppliers"
    },
    "module": "sw_base",
    "type": "sw_supplier",
    "operation": "view"
  },
  "create sw_supplier": {
    "label": {
      "fr": "Créer : Fournisseurs",
      "en": "Create: Suppliers"
    },
    "module": "sw_base",
    "type": "sw_supplier",
    "operation": "create"
  },
  "edit sw_supplier": {
    "label": {
      "fr": "Modifier : Fournisseurs",
      "en": "Edit: Suppliers"
    },
    "module": "sw_base",
    "type": "sw_supplier",
    "operation": "edit"
  },
  "delete sw_supplier": {
    "label": {
      "fr": "Supprimer : Fournisseurs",
      "en": "Delete: Suppliers"
    },
    "module": "sw_base",
    "type": "sw_supplier",
    "operation": "delete"
  },
  "view sw_task": {
    "label": {
      "fr": "Voir : Tâches",
      "en": "View: Tasks"
    },
    "module": "sw_base",
    "type": "sw_task",
    "operation": "view"
  },
  "create sw_task": {
    "label": {
      "fr": "Créer : Tâches",
      "en": "Create: Tasks"
    },
    "module": "sw_base",
    "type": "sw_task",
    "operation": "create"
  },
  "edit sw_task": {
    "label": {
      "fr": "Modifier : Tâches",
      "en": "Edit: Tasks"
    },
    "module": "sw_base",
    "type": "sw_task",
    "operation": "edit"
  },
  "delete sw_task": {
    "label": {
      "fr": "Supprimer : Tâches",
      "en": "Delete: Tasks"
    },
    "module": "sw_base",
    "type": "sw_task",
    "operation": "delete"
  },
  "view sw_action": {
    "label": {
      "fr": "Voir : Actions",
      "en": "View: Actions"
    },
    "module": "sw_base",
    "type": "sw_action",
    "operation": "view"
  },
  "view sw_saved_view": {
    "label": {
      "fr": "Voir : Vues enregistrées",
      "en": "View: Saved views"
    },
    "module": "sw_base",
    "type": "sw_saved_view",
    "operation": "view"
  },
  "create sw_saved_view": {
    "label": {
      "fr": "Créer : Vues enregistrées",
      "en": "Create: Saved views"
    },
    "module": "sw_base",
    "type": "sw_saved_view",
    "operation": "create"
  },
  "edit sw_saved_view": {
    "label": {
      "fr": "Modifier : Vues enregistrées",
      "en": "Edit: Saved views"
    },
    "module": "sw_base",
    "type": "sw_saved_view",
    "operation": "edit"
  },
  "delete sw_saved_view": {
    "label": {
      "fr": "Supprimer : Vues enregistrées",
      "en": "Delete: Saved views"
    },
    "module": "sw_base",
    "type": "sw_saved_view",
    "operation": "delete"
  },
  "view sw_import_mapping": {
    "label": {
      "fr": "Voir : Correspondances d’import",
      "en": "View: Import mappings"
    },
    "module": "sw_base",
    "type": "sw_import_mapping",
    "operation": "view"
  },
  "create sw_import_mapping": {
    "label": {
      "fr": "Créer : Correspondances d’import",
      "en": "Create: Import mappings"
    },
    "module": "sw_base",
    "type": "sw_import_mapping",
    "operation": "create"
  },
  "edit sw_import_mapping": {
    "label": {
      "fr": "Modifier : Correspondances d’import",
      "en": "Edit: Import mappings"
    },
    "module": "sw_base",
    "type": "sw_import_mapping",
    "operation": "edit"
  },
  "delete sw_import_mapping": {
    "label": {
      "fr": "Supprimer : Correspondances d’import",
      "en": "Delete: Import mappings"
    },
    "module": "sw_base",
    "type": "sw_import_mapping",
    "operation": "delete"
  },
  "view sw_notification": {
    "label": {
      "fr": "Voir : Notifications",
      "en": "View: Notifications"
    },
    "module": "sw_base",
    "type": "sw_notification",
    "operation": "view"
  },
  "edit sw_notification": {
    "label": {
      "fr": "Modifier : Notifications",
      "en": "Edit: Notifications"
    },
    "module": "sw_base",
    "type": "sw_notification",
    "operation": "edit"
  },
  "view sw_subscription": {
    "label": {
      "fr": "Voir : Abonnements",
      "en": "View: Subscriptions"
    },
    "module": "sw_base",
    "type": "sw_subscription",
    "operation": "view"
  },
  "create sw_subscription": {
    "label": {
      "fr": "Créer : Abonnements",
      "en": "Create: Subscriptions"
    },
    "module": "sw_base",
    "type": "sw_subscription",
    "operation": "create"
  },
  "edit sw_subscription": {
    "label": {
      "fr": "Modifier : Abonnements",
      "en": "Edit: Subscriptions"
    },
    "module": "sw_base",
    "type": "sw_subscription",
    "operation": "edit"
  },
  "delete sw_subscription": {
    "label": {
      "fr": "Supprimer : Abonnements",
      "en": "Delete: Subscriptions"
    },
    "module": "sw_base",
    "type": "sw_subscription",
    "operation": "delete"
  },
  "view sw_mail_template": {
    "label": {
      "fr": "Voir : Modèles de mail",
      "en": "View: Mail templates"
    },
    "module": "sw_base",
    "type": "sw_mail_template",
    "operation": "view"
  },
  "view sw_journal_entry": {
    "label": {
      "fr": "Voir : Journal",
      "en": "View: Journal"
    },
    "module": "sw_base",
    "type": "sw_journal_entry",
    "operation": "view"
  },
  "create sw_journal_entry": {
    "label": {
      "fr": "Créer : Journal",
      "en": "Create: Journal"
    },
    "module": "sw_base",
    "type": "sw_journal_entry",
    "operation": "create"
  },
  "edit sw_journal_entry": {
    "label": {
      "fr": "Modifier : Journal",
      "en": "Edit: Journal"
    },
    "module": "sw_base",
    "type": "sw_journal_entry",
    "operation": "edit"
  },
  "delete sw_journal_entry": {
    "label": {
      "fr": "Supprimer : Journal",
      "en": "Delete: Journal"
    },
    "module": "sw_base",
    "type": "sw_journal_entry",
    "operation": "delete"
  }
};

export const roles: Part = {
  "platform_administrator": {
    "label": {
      "fr": "Administrateur de la plateforme",
      "en": "Platform administrator"
    },
    "module": "sw_base",
    "permissions": [
      "administer platform",
      "follow outbox"
    ]
  },
  "platform_service": {
    "label": {
      "fr": "Services de la plateforme",
      "en": "Platform services"
    },
    "module": "sw_base",
    "permissions": [
      "administer platform",
      "follow outbox"
    ]
  },
  "account_mailer": {
    "label": {
      "fr": "Mails de compte",
      "en": "Account mails"
    },
    "module": "sw_base",
    "permissions": [
      "send account mails"
    ]
  },
  "administrator": {
    "label": {
      "fr": "Administrateur",
      "en": "Administrator"
    },
    "module": "sw_base",
    "permissions": [
      "administer brand",
      "carry out actions",
      "create sw_account",
      "create sw_assignment",
      "create sw_billing_site",
      "create sw_catalogue",
      "create sw_catalogue_item",
      "create sw_contact",
      "create sw_document",
      "create sw_document_version",
      "create sw_import_mapping",
      "create sw_price",
      "create sw_saved_view",
      "create sw_site",
      "create sw_subscription",
      "create sw_supplier",
      "create sw_task",
      "delete sw_account",
      "delete sw_assignment",
      "delete sw_billing_site",
      "delete sw_catalogue",
      "delete sw_catalogue_item",
      "delete sw_contact",
      "delete sw_document",
      "delete sw_document_version",
      "delete sw_import_mapping",
      "delete sw_price",
      "delete sw_saved_view",
      "delete sw_site",
      "delete sw_subscription",
      "delete sw_supplier",
      "delete sw_task",
      "edit prices",
      "edit sw_account",
      "edit sw_assignment",
      "edit sw_billing_site",
      "edit sw_catalogue",
      "edit sw_catalogue_item",
      "edit sw_contact",
      "edit sw_document",
      "edit sw_document_version",
      "edit sw_import_mapping",
      "edit sw_notification",
      "edit sw_price",
      "edit sw_saved_view",
      "edit sw_site",
      "edit sw_subscription",
      "edit sw_supplier",
      "edit sw_task",
      "export",
      "manage anomalies",
      "view anomalies",
      "view api details",
      "view customer invoices",
      "view internal notes",
      "view margin",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_mail_template",
      "view sw_notification",
      "view sw_price",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "direction": {
    "label": {
      "fr": "Direction",
      "en": "Direction"
    },
    "module": "sw_base",
    "permissions": [
      "create sw_saved_view",
      "create sw_subscription",
      "delete sw_saved_view",
      "delete sw_subscription",
      "edit sw_notification",
      "edit sw_saved_view",
      "edit sw_subscription",
      "export",
      "view anomalies",
      "view customer invoices",
      "view internal notes",
      "view margin",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_mail_template",
      "view sw_notification",
      "view sw_price",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "manager": {
    "label": {
      "fr": "Gestionnaire",
      "en": "Manager"
    },
    "module": "sw_base",
    "permissions": [
      "carry out actions",
      "create sw_account",
      "create sw_assignment",
      "create sw_billing_site",
      "create sw_catalogue_item",
      "create sw_contact",
      "create sw_document",
      "create sw_document_version",
      "create sw_import_mapping",
      "create sw_price",
      "create sw_saved_view",
      "create sw_site",
      "create sw_subscription",
      "create sw_supplier",
      "create sw_task",
      "delete sw_assignment",
      "delete sw_contact",
      "delete sw_document",
      "delete sw_saved_view",
      "delete sw_subscription",
      "delete sw_task",
      "edit prices",
      "edit sw_account",
      "edit sw_assignment",
      "edit sw_billing_site",
      "edit sw_catalogue_item",
      "edit sw_contact",
      "edit sw_document",
      "edit sw_import_mapping",
      "edit sw_notification",
      "edit sw_price",
      "edit sw_saved_view",
      "edit sw_site",
      "edit sw_subscription",
      "edit sw_supplier",
      "edit sw_task",
      "export",
      "manage anomalies",
      "view anomalies",
      "view api details",
      "view customer invoices",
      "view internal notes",
      "view margin",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_mail_template",
      "view sw_notification",
      "view sw_price",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "support_n1": {
    "label": {
      "fr": "Support N1",
      "en": "Support N1"
    },
    "module": "sw_base",
    "permissions": [
      "create sw_assignment",
      "create sw_contact",
      "create sw_document",
      "create sw_document_version",
      "create sw_import_mapping",
      "create sw_saved_view",
      "create sw_subscription",
      "create sw_task",
      "delete sw_assignment",
      "delete sw_saved_view",
      "delete sw_subscription",
      "edit sw_assignment",
      "edit sw_contact",
      "edit sw_import_mapping",
      "edit sw_notification",
      "edit sw_saved_view",
      "edit sw_subscription",
      "edit sw_task",
      "view internal notes",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_notification",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "support_n2": {
    "label": {
      "fr": "Support N2",
      "en": "Support N2"
    },
    "module": "sw_base",
    "permissions": [
      "create sw_assignment",
      "create sw_contact",
      "create sw_document",
      "create sw_document_version",
      "create sw_import_mapping",
      "create sw_saved_view",
      "create sw_subscription",
      "create sw_task",
      "delete sw_assignment",
      "delete sw_saved_view",
      "delete sw_subscription",
      "edit sw_assignment",
      "edit sw_contact",
      "edit sw_import_mapping",
      "edit sw_notification",
      "edit sw_saved_view",
      "edit sw_site",
      "edit sw_subscription",
      "edit sw_task",
      "view api details",
      "view internal notes",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_notification",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "sales": {
    "label": {
      "fr": "Commercial",
      "en": "Sales"
    },
    "module": "sw_base",
    "permissions": [
      "create sw_account",
      "create sw_assignment",
      "create sw_contact",
      "create sw_document",
      "create sw_document_version",
      "create sw_import_mapping",
      "create sw_saved_view",
      "create sw_site",
      "create sw_subscription",
      "create sw_task",
      "delete sw_assignment",
      "delete sw_saved_view",
      "delete sw_subscription",
      "edit sw_account",
      "edit sw_assignment",
      "edit sw_contact",
      "edit sw_document",
      "edit sw_import_mapping",
      "edit sw_notification",
      "edit sw_saved_view",
      "edit sw_site",
      "edit sw_subscription",
      "edit sw_task",
      "export",
      "view customer invoices",
      "view internal notes",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_notification",
      "view sw_price",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "accounting": {
    "label": {
      "fr": "Comptabilité",
      "en": "Accounting"
    },
    "module": "sw_base",
    "permissions": [
      "create sw_billing_site",
      "create sw_document",
      "create sw_document_version",
      "create sw_import_mapping",
      "create sw_price",
      "create sw_saved_view",
      "create sw_subscription",
      "create sw_supplier",
      "create sw_task",
      "delete sw_saved_view",
      "delete sw_subscription",
      "edit prices",
      "edit sw_billing_site",
      "edit sw_document",
      "edit sw_import_mapping",
      "edit sw_notification",
      "edit sw_price",
      "edit sw_saved_view",
      "edit sw_subscription",
      "edit sw_supplier",
      "edit sw_task",
      "export",
      "manage anomalies",
      "view anomalies",
      "view api details",
      "view customer invoices",
      "view internal notes",
      "view margin",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_mail_template",
      "view sw_notification",
      "view sw_price",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "service": {
    "label": {
      "fr": "Service",
      "en": "Service"
    },
    "module": "sw_base",
    "permissions": [
      "send notifications",
      "view anomalies",
      "view api details",
      "view internal notes",
      "view margin",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_document_version",
      "view sw_import_mapping",
      "view sw_journal_entry",
      "view sw_mail_template",
      "view sw_notification",
      "view sw_price",
      "view sw_saved_view",
      "view sw_site",
      "view sw_subscription",
      "view sw_supplier",
      "view sw_task"
    ]
  },
  "scheduler": {
    "label": {
      "fr": "Planification",
      "en": "Scheduler"
    },
    "module": "sw_base",
    "permissions": [
      "edit prices",
      "manage anomalies",
      "view anomalies",
      "view margin",
      "view sell price",
      "view suppliers",
      "view sw_catalogue_item",
      "view sw_price"
    ]
  },
  "connector": {
    "label": {
      "fr": "Connecteurs",
      "en": "Connectors"
    },
    "module": "sw_base",
    "permissions": [
      "carry out actions",
      "edit sw_billing_site",
      "mirror customer invoices",
      "view api details",
      "view customer invoices",
      "view sell price",
      "view suppliers",
      "view sw_account",
      "view sw_action",
      "view sw_billing_site",
      "view sw_catalogue_item",
      "view sw_price",
      "view sw_site",
      "view sw_supplier"
    ]
  },
  "client": {
    "label": {
      "fr": "Client",
      "en": "Client"
    },
    "module": "sw_base",
    "permissions": [
      "view customer invoices",
      "view sell price",
      "view sw_account",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_site"
    ]
  },
  "partner": {
    "label": {
      "fr": "Partenaire",
      "en": "Partner"
    },
    "module": "sw_base",
    "permissions": [
      "view customer invoices",
      "view sell price",
      "view sw_account",
      "view sw_assignment",
      "view sw_billing_site",
      "view sw_catalogue_item",
      "view sw_contact",
      "view sw_document",
      "view sw_site"
    ]
  }
};
