// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const typeLabels: Part = {
  "sw_brand": {
    "fr": "Marque",
    "en": "Brand"
  },
  "sw_role": {
    "fr": "Rôle métier",
    "en": "Business role"
  },
  "sw_account": {
    "fr": "Compte client",
    "en": "Account"
  },
  "sw_contact": {
    "fr": "Contact",
    "en": "Contact"
  },
  "sw_site": {
    "fr": "Site",
    "en": "Site"
  },
  "sw_billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_customer_invoice": {
    "fr": "Facture client",
    "en": "Customer invoice"
  },
  "sw_assignment": {
    "fr": "Affectation de contact",
    "en": "Contact assignment"
  },
  "sw_document": {
    "fr": "Document",
    "en": "Document"
  },
  "sw_document_version": {
    "fr": "Version de document",
    "en": "Document version"
  },
  "sw_catalogue": {
    "fr": "Catalogue",
    "en": "Catalogue"
  },
  "sw_catalogue_item": {
    "fr": "Article de catalogue",
    "en": "Catalogue item"
  },
  "sw_price": {
    "fr": "Prix daté",
    "en": "Dated price"
  },
  "sw_supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_task": {
    "fr": "Tâche",
    "en": "Task"
  },
  "sw_anomaly": {
    "fr": "Anomalie",
    "en": "Anomaly"
  },
  "sw_dispute": {
    "fr": "Réclamation",
    "en": "Dispute"
  },
  "sw_check_setting": {
    "fr": "Réglage de contrôle",
    "en": "Check setting"
  },
  "sw_action": {
    "fr": "Action",
    "en": "Action"
  },
  "sw_saved_view": {
    "fr": "Vue enregistrée",
    "en": "Saved view"
  },
  "sw_import_mapping": {
    "fr": "Correspondance d’import",
    "en": "Import mapping"
  },
  "sw_notification": {
    "fr": "Notification",
    "en": "Notification"
  },
  "sw_subscription": {
    "fr": "Abonnement",
    "en": "Subscription"
  },
  "sw_mail_template": {
    "fr": "Modèle de mail",
    "en": "Mail template"
  },
  "sw_layout": {
    "fr": "Présentation",
    "en": "Layout"
  },
  "sw_journal_entry": {
    "fr": "Entrée de journal",
    "en": "Journal entry"
  }
};

export const pluralLabels: Part = {
  "sw_brand": {
    "fr": "Marques",
    "en": "Brands"
  },
  "sw_role": {
    "fr": "Rôles métier",
    "en": "Business roles"
  },
  "sw_account": {
    "fr": "Comptes clients",
    "en": "Accounts"
  },
  "sw_contact": {
    "fr": "Contacts",
    "en": "Contacts"
  },
  "sw_site": {
    "fr": "Sites",
    "en": "Sites"
  },
  "sw_billing_site": {
    "fr": "Sites de facturation",
    "en": "Billing sites"
  },
  "sw_customer_invoice": {
    "fr": "Factures clients",
    "en": "Customer invoices"
  },
  "sw_assignment": {
    "fr": "Affectations de contact",
    "en": "Contact assignments"
  },
  "sw_document": {
    "fr": "Documents",
    "en": "Documents"
  },
  "sw_document_version": {
    "fr": "Versions de document",
    "en": "Document versions"
  },
  "sw_catalogue": {
    "fr": "Catalogues",
    "en": "Catalogues"
  },
  "sw_catalogue_item": {
    "fr": "Articles de catalogue",
    "en": "Catalogue items"
  },
  "sw_price": {
    "fr": "Prix datés",
    "en": "Dated prices"
  },
  "sw_supplier": {
    "fr": "Fournisseurs",
    "en": "Suppliers"
  },
  "sw_task": {
    "fr": "Tâches",
    "en": "Tasks"
  },
  "sw_anomaly": {
    "fr": "Anomalies",
    "en": "Anomalies"
  },
  "sw_dispute": {
    "fr": "Réclamations",
    "en": "Disputes"
  },
  "sw_check_setting": {
    "fr": "Réglages de contrôle",
    "en": "Check settings"
  },
  "sw_action": {
    "fr": "Actions",
    "en": "Actions"
  },
  "sw_saved_view": {
    "fr": "Vues enregistrées",
    "en": "Saved views"
  },
  "sw_import_mapping": {
    "fr": "Correspondances d’import",
    "en": "Import mappings"
  },
  "sw_notification": {
    "fr": "Notifications",
    "en": "Notifications"
  },
  "sw_subscription": {
    "fr": "Abonnements",
    "en": "Subscriptions"
  },
  "sw_mail_template": {
    "fr": "Modèles de mail",
    "en": "Mail templates"
  },
  "sw_layout": {
    "fr": "Présentations",
    "en": "Layouts"
  },
  "sw_journal_entry": {
    "fr": "Journal",
    "en": "Journal"
  }
};

export const fieldLabels: Part = {
  "sw_brand.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_brand.hostname": {
    "fr": "Nom d’hôte",
    "en": "Hostname"
  },
  "sw_brand.primary_color": {
    "fr": "Couleur principale",
    "en": "Primary colour"
  },
  "sw_brand.secondary_color": {
    "fr": "Couleur secondaire",
    "en": "Secondary colour"
  },
  "sw_brand.logo": {
    "fr": "Logo",
    "en": "Logo"
  },
  "sw_brand.locale": {
    "fr": "Langue",
    "en": "Language"
  },
  "sw_brand.time_zone": {
    "fr": "Fuseau horaire",
    "en": "Time zone"
  },
  "sw_brand.country": {
    "fr": "Pays",
    "en": "Country"
  },
  "sw_brand.siren": {
    "fr": "SIREN",
    "en": "SIREN"
  },
  "sw_brand.support_phone": {
    "fr": "Téléphone d’assistance",
    "en": "Support telephone"
  },
  "sw_brand.mail_sender": {
    "fr": "Expéditeur des mails",
    "en": "Mail sender"
  },
  "sw_brand.modules": {
    "fr": "Modules ouverts",
    "en": "Open modules"
  },
  "sw_brand.parent": {
    "fr": "Marque parente",
    "en": "Parent brand"
  },
  "sw_role.role": {
    "fr": "Rôle",
    "en": "Role"
  },
  "sw_role.granted": {
    "fr": "Permissions accordées",
    "en": "Granted permissions"
  },
  "sw_role.denied": {
    "fr": "Permissions refusées",
    "en": "Denied permissions"
  },
  "sw_account.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_account.legal_name": {
    "fr": "Raison sociale",
    "en": "Legal name"
  },
  "sw_account.softwhere_id": {
    "fr": "Numéro de compte",
    "en": "Account number"
  },
  "sw_account.external_ids": {
    "fr": "Références externes",
    "en": "External references"
  },
  "sw_account.siren": {
    "fr": "SIREN",
    "en": "SIREN"
  },
  "sw_account.siret": {
    "fr": "SIRET",
    "en": "SIRET"
  },
  "sw_account.vat_number": {
    "fr": "TVA",
    "en": "VAT number"
  },
  "sw_account.status": {
    "fr": "Statut",
    "en": "Status"
  },
  "sw_account.salesperson": {
    "fr": "Commercial",
    "en": "Salesperson"
  },
  "sw_account.partner": {
    "fr": "Partenaire",
    "en": "Partner"
  },
  "sw_account.customer_since": {
    "fr": "Client depuis",
    "en": "Customer since"
  },
  "sw_account.address_line1": {
    "fr": "Adresse",
    "en": "Address"
  },
  "sw_account.address_line2": {
    "fr": "Complément",
    "en": "Address line 2"
  },
  "sw_account.postal_code": {
    "fr": "Code postal",
    "en": "Postal code"
  },
  "sw_account.city": {
    "fr": "Ville",
    "en": "City"
  },
  "sw_account.country": {
    "fr": "Pays",
    "en": "Country"
  },
  "sw_account.notes": {
    "fr": "Notes internes",
    "en": "Internal notes"
  },
  "sw_contact.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_contact.first_name": {
    "fr": "Prénom",
    "en": "First name"
  },
  "sw_contact.last_name": {
    "fr": "Nom",
    "en": "Last name"
  },
  "sw_contact.role": {
    "fr": "Fonction",
    "en": "Role"
  },
  "sw_contact.email": {
    "fr": "E-mail",
    "en": "E-mail"
  },
  "sw_contact.phone": {
    "fr": "Téléphone",
    "en": "Phone"
  },
  "sw_contact.mobile": {
    "fr": "Mobile",
    "en": "Mobile"
  },
  "sw_contact.preferred_channel": {
    "fr": "Canal préféré",
    "en": "Preferred channel"
  },
  "sw_contact.locale": {
    "fr": "Langue",
    "en": "Language"
  },
  "sw_site.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_site.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_site.address_line1": {
    "fr": "Adresse",
    "en": "Address"
  },
  "sw_site.address_line2": {
    "fr": "Complément",
    "en": "Address line 2"
  },
  "sw_site.postal_code": {
    "fr": "Code postal",
    "en": "Postal code"
  },
  "sw_site.city": {
    "fr": "Ville",
    "en": "City"
  },
  "sw_site.country": {
    "fr": "Pays",
    "en": "Country"
  },
  "sw_site.latitude": {
    "fr": "Latitude",
    "en": "Latitude"
  },
  "sw_site.longitude": {
    "fr": "Longitude",
    "en": "Longitude"
  },
  "sw_site.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_site.access_notes": {
    "fr": "Consignes d’accès",
    "en": "Access notes"
  },
  "sw_site.status": {
    "fr": "Statut",
    "en": "Status"
  },
  "sw_site.opens_on": {
    "fr": "Ouverture",
    "en": "Opens on"
  },
  "sw_billing_site.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_billing_site.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_billing_site.billing_system": {
    "fr": "Système de facturation",
    "en": "Billing system"
  },
  "sw_billing_site.external_id": {
    "fr": "Identifiant externe",
    "en": "External id"
  },
  "sw_billing_site.external_ids": {
    "fr": "Autres références externes",
    "en": "Other external references"
  },
  "sw_billing_site.address_line1": {
    "fr": "Adresse",
    "en": "Address"
  },
  "sw_billing_site.postal_code": {
    "fr": "Code postal",
    "en": "Postal code"
  },
  "sw_billing_site.city": {
    "fr": "Ville",
    "en": "City"
  },
  "sw_billing_site.payment_terms": {
    "fr": "Conditions de paiement",
    "en": "Payment terms"
  },
  "sw_billing_site.invoice_email": {
    "fr": "E-mail de facturation",
    "en": "Invoice e-mail"
  },
  "sw_customer_invoice.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_customer_invoice.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_customer_invoice.number": {
    "fr": "Numéro",
    "en": "Number"
  },
  "sw_customer_invoice.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_customer_invoice.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_customer_invoice.issued_on": {
    "fr": "Émise le",
    "en": "Issued on"
  },
  "sw_customer_invoice.due_on": {
    "fr": "Échéance",
    "en": "Due on"
  },
  "sw_customer_invoice.currency": {
    "fr": "Devise",
    "en": "Currency"
  },
  "sw_customer_invoice.net": {
    "fr": "Montant HT",
    "en": "Net"
  },
  "sw_customer_invoice.gross": {
    "fr": "Montant TTC",
    "en": "Gross"
  },
  "sw_customer_invoice.remaining": {
    "fr": "Reste à payer",
    "en": "Remaining"
  },
  "sw_customer_invoice.connection": {
    "fr": "Connexion",
    "en": "Connection"
  },
  "sw_customer_invoice.external_id": {
    "fr": "Identifiant externe",
    "en": "External id"
  },
  "sw_customer_invoice.credited_id": {
    "fr": "Facture créditée",
    "en": "Credited invoice"
  },
  "sw_assignment.contact": {
    "fr": "Contact",
    "en": "Contact"
  },
  "sw_assignment.purpose": {
    "fr": "Usage",
    "en": "Purpose"
  },
  "sw_assignment.site": {
    "fr": "Site",
    "en": "Site"
  },
  "sw_assignment.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_assignment.valid_from": {
    "fr": "Depuis",
    "en": "From"
  },
  "sw_assignment.valid_to": {
    "fr": "Jusqu’au",
    "en": "To"
  },
  "sw_document.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_document.title": {
    "fr": "Titre",
    "en": "Title"
  },
  "sw_document.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_document.file": {
    "fr": "Fichier",
    "en": "File"
  },
  "sw_document.internal": {
    "fr": "Interne",
    "en": "Internal"
  },
  "sw_document_version.document": {
    "fr": "Document",
    "en": "Document"
  },
  "sw_document_version.number": {
    "fr": "Version",
    "en": "Version"
  },
  "sw_document_version.file": {
    "fr": "Fichier",
    "en": "File"
  },
  "sw_catalogue.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_catalogue.active": {
    "fr": "Actif",
    "en": "Active"
  },
  "sw_catalogue_item.catalogue": {
    "fr": "Catalogue",
    "en": "Catalogue"
  },
  "sw_catalogue_item.code": {
    "fr": "Code",
    "en": "Code"
  },
  "sw_catalogue_item.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_catalogue_item.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_catalogue_item.service_type": {
    "fr": "Type",
    "en": "Type"
  },
  "sw_catalogue_item.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_catalogue_item.active": {
    "fr": "Actif",
    "en": "Active"
  },
  "sw_price.item": {
    "fr": "Article",
    "en": "Item"
  },
  "sw_price.direction": {
    "fr": "Sens",
    "en": "Direction"
  },
  "sw_price.gross": {
    "fr": "Brut",
    "en": "Gross"
  },
  "sw_price.discount": {
    "fr": "Remise",
    "en": "Discount"
  },
  "sw_price.net": {
    "fr": "Net",
    "en": "Net"
  },
  "sw_price.billing_period": {
    "fr": "Périodicité",
    "en": "Billing period"
  },
  "sw_price.currency": {
    "fr": "Devise",
    "en": "Currency"
  },
  "sw_price.valid_from": {
    "fr": "À partir du",
    "en": "Valid from"
  },
  "sw_price.valid_to": {
    "fr": "Jusqu’au",
    "en": "Valid to"
  },
  "sw_price.source": {
    "fr": "Origine",
    "en": "Source"
  },
  "sw_supplier.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_supplier.code": {
    "fr": "Code",
    "en": "Code"
  },
  "sw_supplier.vat_number": {
    "fr": "TVA",
    "en": "VAT number"
  },
  "sw_supplier.siren": {
    "fr": "SIREN",
    "en": "SIREN"
  },
  "sw_supplier.invoice_names": {
    "fr": "Noms sur facture",
    "en": "Names on invoices"
  },
  "sw_supplier.adapter": {
    "fr": "Connecteur",
    "en": "Adapter"
  },
  "sw_supplier.invoice_mapping": {
    "fr": "Format du détail",
    "en": "Detail format"
  },
  "sw_supplier.notice_days": {
    "fr": "Préavis de résiliation en jours",
    "en": "Termination notice in days"
  },
  "sw_supplier.proration": {
    "fr": "Prorata",
    "en": "Proration"
  },
  "sw_supplier.dispute_days": {
    "fr": "Délai de contestation en jours",
    "en": "Days to dispute"
  },
  "sw_supplier.follow_up_days": {
    "fr": "Relance après jours",
    "en": "Follow up after days"
  },
  "sw_supplier.dispute_email": {
    "fr": "Adresse des réclamations",
    "en": "Address for claims"
  },
  "sw_supplier.electronic_address": {
    "fr": "Adresse de facturation électronique",
    "en": "E-invoicing address"
  },
  "sw_task.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_task.title": {
    "fr": "Titre",
    "en": "Title"
  },
  "sw_task.due_on": {
    "fr": "Échéance",
    "en": "Due on"
  },
  "sw_task.assignee": {
    "fr": "Responsable",
    "en": "Assignee"
  },
  "sw_task.status": {
    "fr": "Statut",
    "en": "Status"
  },
  "sw_anomaly.key": {
    "fr": "Clé",
    "en": "Key"
  },
  "sw_anomaly.check": {
    "fr": "Contrôle",
    "en": "Check"
  },
  "sw_anomaly.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_anomaly.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_anomaly.period_start": {
    "fr": "Début de période",
    "en": "Period start"
  },
  "sw_anomaly.period_end": {
    "fr": "Fin de période",
    "en": "Period end"
  },
  "sw_anomaly.expected": {
    "fr": "Attendu",
    "en": "Expected"
  },
  "sw_anomaly.found": {
    "fr": "Facturé",
    "en": "Found"
  },
  "sw_anomaly.amount": {
    "fr": "Écart sur la période",
    "en": "Gap over the period"
  },
  "sw_anomaly.amount_per_month": {
    "fr": "Écart par mois",
    "en": "Gap per month"
  },
  "sw_anomaly.cumulated": {
    "fr": "Écart cumulé",
    "en": "Cumulated gap"
  },
  "sw_anomaly.recovered": {
    "fr": "Récupéré",
    "en": "Recovered"
  },
  "sw_anomaly.evidence": {
    "fr": "Preuve",
    "en": "Evidence"
  },
  "sw_anomaly.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_anomaly.reason": {
    "fr": "Motif",
    "en": "Reason"
  },
  "sw_anomaly.dispute": {
    "fr": "Réclamation",
    "en": "Dispute"
  },
  "sw_dispute.reference": {
    "fr": "Référence",
    "en": "Reference"
  },
  "sw_dispute.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_dispute.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_dispute.sent_on": {
    "fr": "Envoyée le",
    "en": "Sent on"
  },
  "sw_dispute.due_on": {
    "fr": "À réclamer avant le",
    "en": "Claim before"
  },
  "sw_dispute.follow_up_on": {
    "fr": "À relancer le",
    "en": "Follow up on"
  },
  "sw_dispute.promised_on": {
    "fr": "Avoir promis le",
    "en": "Credit promised on"
  },
  "sw_dispute.claimed_amount": {
    "fr": "Montant réclamé",
    "en": "Claimed amount"
  },
  "sw_dispute.answered_on": {
    "fr": "Répondue le",
    "en": "Answered on"
  },
  "sw_dispute.credited_amount": {
    "fr": "Montant crédité",
    "en": "Credited amount"
  },
  "sw_dispute.comment": {
    "fr": "Commentaire",
    "en": "Comment"
  },
  "sw_dispute.mailed_at": {
    "fr": "Envoyée par mail le",
    "en": "Mailed on"
  },
  "sw_dispute.mailed_to": {
    "fr": "Envoyée par mail à",
    "en": "Mailed to"
  },
  "sw_check_setting.check": {
    "fr": "Contrôle",
    "en": "Check"
  },
  "sw_check_setting.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_check_setting.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_check_setting.valid_from": {
    "fr": "À partir du",
    "en": "Valid from"
  },
  "sw_check_setting.valid_to": {
    "fr": "Jusqu’au",
    "en": "Valid to"
  },
  "sw_check_setting.enabled": {
    "fr": "Contrôle actif",
    "en": "Check is on"
  },
  "sw_check_setting.tolerance": {
    "fr": "Tolérance en euros",
    "en": "Tolerance in euros"
  },
  "sw_check_setting.reason": {
    "fr": "Motif",
    "en": "Reason"
  },
  "sw_action.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_action.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_action.capability": {
    "fr": "Capacité",
    "en": "Capability"
  },
  "sw_action.operation": {
    "fr": "Opération",
    "en": "Operation"
  },
  "sw_action.payload": {
    "fr": "Contenu",
    "en": "Content"
  },
  "sw_action.corrected": {
    "fr": "Contenu corrigé",
    "en": "Corrected content"
  },
  "sw_action.depends_on": {
    "fr": "Après",
    "en": "After"
  },
  "sw_action.compensates": {
    "fr": "Défait",
    "en": "Undoes"
  },
  "sw_action.planned_on": {
    "fr": "Prévue le",
    "en": "Planned on"
  },
  "sw_action.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_action.reason": {
    "fr": "Motif",
    "en": "Reason"
  },
  "sw_action.milestones": {
    "fr": "Étapes du fournisseur",
    "en": "Vendor milestones"
  },
  "sw_action.idempotency_key": {
    "fr": "Clé d’idempotence",
    "en": "Idempotency key"
  },
  "sw_action.attempts": {
    "fr": "Tentatives",
    "en": "Attempts"
  },
  "sw_action.next_attempt_at": {
    "fr": "Prochain essai le",
    "en": "Next attempt at"
  },
  "sw_action.vendor_reference": {
    "fr": "Référence fournisseur",
    "en": "Vendor reference"
  },
  "sw_action.result": {
    "fr": "Résultat",
    "en": "Result"
  },
  "sw_saved_view.owner": {
    "fr": "Propriétaire",
    "en": "Owner"
  },
  "sw_saved_view.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_saved_view.list": {
    "fr": "Liste",
    "en": "List"
  },
  "sw_saved_view.query": {
    "fr": "Contenu",
    "en": "Content"
  },
  "sw_import_mapping.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_import_mapping.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_import_mapping.mapping": {
    "fr": "Colonnes et champs",
    "en": "Columns and fields"
  },
  "sw_notification.recipient": {
    "fr": "Destinataire",
    "en": "Recipient"
  },
  "sw_notification.kind": {
    "fr": "Événement",
    "en": "Event"
  },
  "sw_notification.event_key": {
    "fr": "Clé de l’événement",
    "en": "Event key"
  },
  "sw_notification.subject_type": {
    "fr": "Type d’objet",
    "en": "Object type"
  },
  "sw_notification.subject_id": {
    "fr": "Objet",
    "en": "Object id"
  },
  "sw_notification.subject_label": {
    "fr": "Nom de l’objet",
    "en": "Object label"
  },
  "sw_notification.subject_count": {
    "fr": "Nombre d’objets",
    "en": "Number of objects"
  },
  "sw_notification.value": {
    "fr": "Nouvelle valeur",
    "en": "New value"
  },
  "sw_notification.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_notification.account_label": {
    "fr": "Nom du compte",
    "en": "Account name"
  },
  "sw_notification.account_count": {
    "fr": "Nombre de comptes",
    "en": "Number of accounts"
  },
  "sw_notification.actor_name": {
    "fr": "Auteur",
    "en": "Actor name"
  },
  "sw_notification.occurred_at": {
    "fr": "Date",
    "en": "Time"
  },
  "sw_notification.read_at": {
    "fr": "Lue le",
    "en": "Read at"
  },
  "sw_subscription.subscriber": {
    "fr": "Abonné",
    "en": "Subscriber"
  },
  "sw_subscription.kind": {
    "fr": "Événement",
    "en": "Event"
  },
  "sw_subscription.account": {
    "fr": "Compte suivi",
    "en": "Followed account"
  },
  "sw_subscription.console": {
    "fr": "Dans la console",
    "en": "In the console"
  },
  "sw_subscription.mail": {
    "fr": "Par mail",
    "en": "By mail"
  },
  "sw_mail_template.kind": {
    "fr": "Événement",
    "en": "Event"
  },
  "sw_mail_template.locale": {
    "fr": "Langue",
    "en": "Language"
  },
  "sw_mail_template.subject": {
    "fr": "Objet",
    "en": "Subject"
  },
  "sw_mail_template.body": {
    "fr": "Texte",
    "en": "Text"
  },
  "sw_layout.role": {
    "fr": "Rôle",
    "en": "Role"
  },
  "sw_layout.screen": {
    "fr": "Écran",
    "en": "Screen"
  },
  "sw_layout.blocks": {
    "fr": "Blocs",
    "en": "Blocks"
  },
  "sw_journal_entry.sequence": {
    "fr": "Séquence",
    "en": "Sequence"
  },
  "sw_journal_entry.occurred_at": {
    "fr": "Date",
    "en": "Time"
  },
  "sw_journal_entry.actor": {
    "fr": "Auteur",
    "en": "Actor"
  },
  "sw_journal_entry.actor_name": {
    "fr": "Nom de l’auteur",
    "en": "Actor name"
  },
  "sw_journal_entry.operation": {
    "fr": "Opération",
    "en": "Operation"
  },
  "sw_journal_entry.subject_type": {
    "fr": "Type d’objet",
    "en": "Object type"
  },
  "sw_journal_entry.subject_id": {
    "fr": "Objet",
    "en": "Object id"
  },
  "sw_journal_entry.subject_label": {
    "fr": "Nom de l’objet",
    "en": "Object label"
  },
  "sw_journal_entry.subject_version": {
    "fr": "Version de l’objet",
    "en": "Object version"
  },
  "sw_journal_entry.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_journal_entry.changes": {
    "fr": "Changements",
    "en": "Changes"
  },
  "sw_journal_entry.cause": {
    "fr": "Cause",
    "en": "Cause"
  },
  "sw_journal_entry.request_id": {
    "fr": "Requête",
    "en": "Request id"
  },
  "sw_journal_entry.undoes": {
    "fr": "Requête annulée",
    "en": "Request taken back"
  },
  "sw_journal_entry.view_permission": {
    "fr": "Permission nécessaire",
    "en": "Needed permission"
  },
  "sw_journal_entry.previous_hash": {
    "fr": "Empreinte précédente",
    "en": "Previous hash"
  },
  "sw_journal_entry.hash": {
    "fr": "Empreinte",
    "en": "Hash"
  },
  "user.display_name": {
    "fr": "Nom affiché",
    "en": "Display name"
  },
  "user.name": {
    "fr": "Identifiant",
    "en": "Sign-in name"
  },
  "user.mail": {
    "fr": "E-mail",
    "en": "E-mail"
  },
  "user.status": {
    "fr": "Actif",
    "en": "Active"
  },
  "user.preferred_langcode": {
    "fr": "Langue",
    "en": "Language"
  },
  "user.permissions": {
    "fr": "Permissions effectives",
    "en": "Effective permissions"
  },
  "user.full_name": {
    "fr": "Nom complet",
    "en": "Full name"
  },
  "user.user_type": {
    "fr": "Type d’utilisateur",
    "en": "User type"
  },
  "user.business_roles": {
    "fr": "Rôles métier",
    "en": "Business roles"
  },
  "user.accounts": {
    "fr": "Comptes visibles",
    "en": "Accounts in sight"
  },
  "file.filename": {
    "fr": "Nom du fichier",
    "en": "File name"
  },
  "file.filemime": {
    "fr": "Type de média",
    "en": "Media type"
  },
  "file.filesize": {
    "fr": "Taille en octets",
    "en": "Size in bytes"
  }
};

export const valueLabels: Part = {
  "sw_brand.locale.fr": {
    "fr": "Français",
    "en": "French"
  },
  "sw_brand.locale.en": {
    "fr": "Anglais",
    "en": "English"
  },
  "sw_role.role.platform_administrator": {
    "fr": "Administrateur de la plateforme",
    "en": "Platform administrator"
  },
  "sw_role.role.platform_service": {
    "fr": "Services de la plateforme",
    "en": "Platform services"
  },
  "sw_role.role.account_mailer": {
    "fr": "Mails de compte",
    "en": "Account mails"
  },
  "sw_role.role.administrator": {
    "fr": "Administrateur",
    "en": "Administrator"
  },
  "sw_role.role.direction": {
    "fr": "Direction",
    "en": "Direction"
  },
  "sw_role.role.manager": {
    "fr": "Gestionnaire",
    "en": "Manager"
  },
  "sw_role.role.support_n1": {
    "fr": "Support N1",
    "en": "Support N1"
  },
  "sw_role.role.support_n2": {
    "fr": "Support N2",
    "en": "Support N2"
  },
  "sw_role.role.sales": {
    "fr": "Commercial",
    "en": "Sales"
  },
  "sw_role.role.accounting": {
    "fr": "Comptabilité",
    "en": "Accounting"
  },
  "sw_role.role.service": {
    "fr": "Service",
    "en": "Service"
  },
  "sw_role.role.scheduler": {
    "fr": "Planification",
    "en": "Scheduler"
  },
  "sw_role.role.connector": {
    "fr": "Connecteurs",
    "en": "Connectors"
  },
  "sw_role.role.client": {
    "fr": "Client",
    "en": "Client"
  },
  "sw_role.role.partner": {
    "fr": "Partenaire",
    "en": "Partner"
  },
  "sw_account.kind.company": {
    "fr": "Société",
    "en": "Company"
  },
  "sw_account.kind.person": {
    "fr": "Particulier",
    "en": "Person"
  },
  "sw_account.status.prospect": {
    "fr": "Prospect",
    "en": "Prospect"
  },
  "sw_account.status.active": {
    "fr": "Actif",
    "en": "Active"
  },
  "sw_account.status.suspended": {
    "fr": "Suspendu",
    "en": "Suspended"
  },
  "sw_account.status.closed": {
    "fr": "Clos",
    "en": "Closed"
  },
  "sw_contact.preferred_channel.call": {
    "fr": "Appel",
    "en": "Call"
  },
  "sw_contact.preferred_channel.mail": {
    "fr": "Mail",
    "en": "Mail"
  },
  "sw_contact.preferred_channel.sms": {
    "fr": "SMS",
    "en": "SMS"
  },
  "sw_contact.locale.fr": {
    "fr": "Français",
    "en": "French"
  },
  "sw_contact.locale.en": {
    "fr": "Anglais",
    "en": "English"
  },
  "sw_site.status.opening": {
    "fr": "À ouvrir",
    "en": "Opening"
  },
  "sw_site.status.active": {
    "fr": "Actif",
    "en": "Active"
  },
  "sw_site.status.incident": {
    "fr": "Incident",
    "en": "Incident"
  },
  "sw_site.status.closed": {
    "fr": "Fermé",
    "en": "Closed"
  },
  "sw_customer_invoice.kind.invoice": {
    "fr": "Facture",
    "en": "Invoice"
  },
  "sw_customer_invoice.kind.credit_note": {
    "fr": "Avoir",
    "en": "Credit note"
  },
  "sw_customer_invoice.status.open": {
    "fr": "À payer",
    "en": "Open"
  },
  "sw_customer_invoice.status.partly_paid": {
    "fr": "Payée en partie",
    "en": "Partly paid"
  },
  "sw_customer_invoice.status.paid": {
    "fr": "Payée",
    "en": "Paid"
  },
  "sw_customer_invoice.status.cancelled": {
    "fr": "Annulée",
    "en": "Cancelled"
  },
  "sw_assignment.purpose.site": {
    "fr": "Site",
    "en": "Site"
  },
  "sw_assignment.purpose.billing": {
    "fr": "Facturation",
    "en": "Billing"
  },
  "sw_assignment.purpose.support": {
    "fr": "Support",
    "en": "Support"
  },
  "sw_assignment.purpose.communications": {
    "fr": "Communications",
    "en": "Communications"
  },
  "sw_assignment.purpose.tickets": {
    "fr": "Tickets",
    "en": "Tickets"
  },
  "sw_assignment.purpose.deployments": {
    "fr": "Déploiements",
    "en": "Deployments"
  },
  "sw_document.kind.contract": {
    "fr": "Contrat",
    "en": "Contract"
  },
  "sw_document.kind.invoice": {
    "fr": "Facture",
    "en": "Invoice"
  },
  "sw_document.kind.quote": {
    "fr": "Devis",
    "en": "Quote"
  },
  "sw_document.kind.other": {
    "fr": "Autre",
    "en": "Other"
  },
  "sw_catalogue_item.kind.plan": {
    "fr": "Forfait",
    "en": "Plan"
  },
  "sw_catalogue_item.kind.option": {
    "fr": "Option",
    "en": "Option"
  },
  "sw_catalogue_item.kind.service": {
    "fr": "Service",
    "en": "Service"
  },
  "sw_catalogue_item.kind.hardware": {
    "fr": "Matériel",
    "en": "Hardware"
  },
  "sw_catalogue_item.kind.fee": {
    "fr": "Frais ponctuels",
    "en": "One-off fee"
  },
  "sw_price.direction.sell": {
    "fr": "Vente",
    "en": "Sell"
  },
  "sw_price.direction.buy": {
    "fr": "Achat",
    "en": "Buy"
  },
  "sw_price.billing_period.month": {
    "fr": "Mensuel",
    "en": "Monthly"
  },
  "sw_price.billing_period.quarter": {
    "fr": "Trimestriel",
    "en": "Quarterly"
  },
  "sw_price.billing_period.year": {
    "fr": "Annuel",
    "en": "Yearly"
  },
  "sw_supplier.proration.calendar": {
    "fr": "Jours du mois",
    "en": "Days of the month"
  },
  "sw_supplier.proration.thirty": {
    "fr": "Mois de 30 jours",
    "en": "Months of 30 days"
  },
  "sw_supplier.proration.year": {
    "fr": "Jours de l’année",
    "en": "Days of the year"
  },
  "sw_task.status.open": {
    "fr": "À faire",
    "en": "Open"
  },
  "sw_task.status.done": {
    "fr": "Faite",
    "en": "Done"
  },
  "sw_anomaly.check.manual": {
    "fr": "Signalée par une personne",
    "en": "Reported by a person"
  },
  "sw_anomaly.status.open": {
    "fr": "À traiter",
    "en": "Open"
  },
  "sw_anomaly.status.explained": {
    "fr": "Expliquée",
    "en": "Explained"
  },
  "sw_anomaly.status.accepted": {
    "fr": "Acceptée",
    "en": "Accepted"
  },
  "sw_anomaly.status.disputed": {
    "fr": "Réclamée",
    "en": "Disputed"
  },
  "sw_anomaly.status.credited": {
    "fr": "Créditée",
    "en": "Credited"
  },
  "sw_anomaly.status.corrected": {
    "fr": "Corrigée",
    "en": "Corrected"
  },
  "sw_anomaly.status.false_positive": {
    "fr": "Faux positif",
    "en": "False positive"
  },
  "sw_dispute.status.draft": {
    "fr": "Brouillon",
    "en": "Draft"
  },
  "sw_dispute.status.sent": {
    "fr": "Envoyée",
    "en": "Sent"
  },
  "sw_dispute.status.answered": {
    "fr": "Répondue",
    "en": "Answered"
  },
  "sw_dispute.status.closed": {
    "fr": "Close",
    "en": "Closed"
  },
  "sw_check_setting.check.manual": {
    "fr": "Signalée par une personne",
    "en": "Reported by a person"
  },
  "sw_action.capability.billing": {
    "fr": "Facturation",
    "en": "Billing"
  },
  "sw_action.operation.create_customer": {
    "fr": "Créer le client facturé",
    "en": "Create the billed customer"
  },
  "sw_action.operation.create_service": {
    "fr": "Créer un service facturé",
    "en": "Create a billed service"
  },
  "sw_action.operation.modify_subscription": {
    "fr": "Modifier l’abonnement",
    "en": "Modify the subscription"
  },
  "sw_action.operation.end_service": {
    "fr": "Mettre fin au service facturé",
    "en": "End the billed service"
  },
  "sw_action.operation.add_option": {
    "fr": "Ajouter une option facturée",
    "en": "Add a billed option"
  },
  "sw_action.operation.add_hardware": {
    "fr": "Ajouter du matériel",
    "en": "Add hardware"
  },
  "sw_action.operation.add_fee": {
    "fr": "Ajouter des frais ponctuels",
    "en": "Add a one-off fee"
  },
  "sw_action.status.ready": {
    "fr": "Prête",
    "en": "Ready"
  },
  "sw_action.status.submitted": {
    "fr": "Envoyée",
    "en": "Submitted"
  },
  "sw_action.status.acknowledged": {
    "fr": "Accusée",
    "en": "Acknowledged"
  },
  "sw_action.status.held": {
    "fr": "Retenue",
    "en": "Held"
  },
  "sw_action.status.correcting": {
    "fr": "Correction à envoyer",
    "en": "Correction to send"
  },
  "sw_action.status.in_progress": {
    "fr": "En cours",
    "en": "In progress"
  },
  "sw_action.status.delivered": {
    "fr": "Livrée",
    "en": "Delivered"
  },
  "sw_action.status.done": {
    "fr": "Terminée",
    "en": "Done"
  },
  "sw_action.status.rejected_by_us": {
    "fr": "Refusée par nous",
    "en": "Rejected by us"
  },
  "sw_action.status.rejected_by_vendor": {
    "fr": "Refusée par le fournisseur",
    "en": "Rejected by the vendor"
  },
  "sw_action.status.cancelling": {
    "fr": "Annulation demandée",
    "en": "Cancelling"
  },
  "sw_action.status.cancelled": {
    "fr": "Annulée",
    "en": "Cancelled"
  },
  "sw_action.status.unknown": {
    "fr": "Issue inconnue",
    "en": "Unknown outcome"
  },
  "sw_notification.kind.task_assigned": {
    "fr": "Une tâche m’est confiée",
    "en": "A task is assigned to me"
  },
  "sw_notification.kind.task_due": {
    "fr": "Une de mes tâches est à faire aujourd’hui",
    "en": "A task of mine is due today"
  },
  "sw_notification.kind.task_overdue": {
    "fr": "Une de mes tâches est en retard",
    "en": "A task of mine is overdue"
  },
  "sw_notification.kind.account_status": {
    "fr": "Un compte change de statut",
    "en": "An account changes its status"
  },
  "sw_notification.kind.account_document": {
    "fr": "Un compte reçoit un document",
    "en": "An account gets a document"
  },
  "sw_notification.kind.account_contact": {
    "fr": "Un compte a un nouveau contact",
    "en": "An account has a new contact"
  },
  "sw_notification.kind.anomaly_found": {
    "fr": "Un contrôle trouve des écarts",
    "en": "A check finds gaps"
  },
  "sw_subscription.kind.task_assigned": {
    "fr": "Une tâche m’est confiée",
    "en": "A task is assigned to me"
  },
  "sw_subscription.kind.task_due": {
    "fr": "Une de mes tâches est à faire aujourd’hui",
    "en": "A task of mine is due today"
  },
  "sw_subscription.kind.task_overdue": {
    "fr": "Une de mes tâches est en retard",
    "en": "A task of mine is overdue"
  },
  "sw_subscription.kind.account_status": {
    "fr": "Un compte change de statut",
    "en": "An account changes its status"
  },
  "sw_subscription.kind.account_document": {
    "fr": "Un compte reçoit un document",
    "en": "An account gets a document"
  },
  "sw_subscription.kind.account_contact": {
    "fr": "Un compte a un nouveau contact",
    "en": "An account has a new contact"
  },
  "sw_subscription.kind.anomaly_found": {
    "fr": "Un contrôle trouve des écarts",
    "en": "A check finds gaps"
  },
  "sw_mail_template.kind.task_assigned": {
    "fr": "Une tâche m’est confiée",
    "en": "A task is assigned to me"
  },
  "sw_mail_template.kind.task_due": {
    "fr": "Une de mes tâches est à faire aujourd’hui",
    "en": "A task of mine is due today"
  },
  "sw_mail_template.kind.task_overdue": {
    "fr": "Une de mes tâches est en retard",
    "en": "A task of mine is overdue"
  },
  "sw_mail_template.kind.account_status": {
    "fr": "Un compte change de statut",
    "en": "An account changes its status"
  },
  "sw_mail_template.kind.account_document": {
    "fr": "Un compte reçoit un document",
    "en": "An account gets a document"
  },
  "sw_mail_template.kind.account_contact": {
    "fr": "Un compte a un nouveau contact",
    "en": "An account has a new contact"
  },
  "sw_mail_template.kind.anomaly_found": {
    "fr": "Un contrôle trouve des écarts",
    "en": "A check finds gaps"
  },
  "sw_mail_template.locale.fr": {
    "fr": "Français",
    "en": "French"
  },
  "sw_mail_template.locale.en": {
    "fr": "Anglais",
    "en": "English"
  },
  "sw_layout.role.platform_administrator": {
    "fr": "Administrateur de la plateforme",
    "en": "Platform administrator"
  },
  "sw_layout.role.platform_service": {
    "fr": "Services de la plateforme",
    "en": "Platform services"
  },
  "sw_layout.role.account_mailer": {
    "fr": "Mails de compte",
    "en": "Account mails"
  },
  "sw_layout.role.administrator": {
    "fr": "Administrateur",
    "en": "Administrator"
  },
  "sw_layout.role.direction": {
    "fr": "Direction",
    "en": "Direction"
  },
  "sw_layout.role.manager": {
    "fr": "Gestionnaire",
    "en": "Manager"
  },
  "sw_layout.role.support_n1": {
    "fr": "Support N1",
    "en": "Support N1"
  },
  "sw_layout.role.support_n2": {
    "fr": "Support N2",
    "en": "Support N2"
  },
  "sw_layout.role.sales": {
    "fr": "Commercial",
    "en": "Sales"
  },
  "sw_layout.role.accounting": {
    "fr": "Comptabilité",
    "en": "Accounting"
  },
  "sw_layout.role.service": {
    "fr": "Service",
    "en": "Service"
  },
  "sw_layout.role.scheduler": {
    "fr": "Planification",
    "en": "Scheduler"
  },
  "sw_layout.role.connector": {
    "fr": "Connecteurs",
    "en": "Connectors"
  },
  "sw_layout.role.client": {
    "fr": "Client",
    "en": "Client"
  },
  "sw_layout.role.partner": {
    "fr": "Partenaire",
    "en": "Partner"
  },
  "sw_layout.screen.account": {
    "fr": "Compte client",
    "en": "Account"
  },
  "sw_layout.screen.home": {
    "fr": "Accueil",
    "en": "Home"
  },
  "sw_journal_entry.operation.create": {
    "fr": "Création",
    "en": "Create"
  },
  "sw_journal_entry.operation.update": {
    "fr": "Modification",
    "en": "Update"
  },
  "sw_journal_entry.operation.delete": {
    "fr": "Suppression",
    "en": "Delete"
  },
  "sw_journal_entry.cause.user": {
    "fr": "Utilisateur",
    "en": "User"
  },
  "sw_journal_entry.cause.import": {
    "fr": "Import",
    "en": "Import"
  },
  "sw_journal_entry.cause.connector": {
    "fr": "Connecteur",
    "en": "Connector"
  },
  "sw_journal_entry.cause.rule": {
    "fr": "Règle",
    "en": "Rule"
  },
  "user.user_type.internal": {
    "fr": "Interne",
    "en": "Internal"
  },
  "user.user_type.client": {
    "fr": "Client",
    "en": "Client"
  },
  "user.user_type.partner": {
    "fr": "Partenaire",
    "en": "Partner"
  },
  "user.user_type.reseller": {
    "fr": "Revendeur",
    "en": "Reseller"
  },
  "user.user_type.technician": {
    "fr": "Technicien",
    "en": "Technician"
  },
  "user.user_type.service": {
    "fr": "Service",
    "en": "Service"
  }
};

export const roleLabels: Part = {
  "platform_administrator": {
    "fr": "Administrateur de la plateforme",
    "en": "Platform administrator"
  },
  "platform_service": {
    "fr": "Services de la plateforme",
    "en": "Platform services"
  },
  "account_mailer": {
    "fr": "Mails de compte",
    "en": "Account mails"
  },
  "administrator": {
    "fr": "Administrateur",
    "en": "Administrator"
  },
  "direction": {
    "fr": "Direction",
    "en": "Direction"
  },
  "manager": {
    "fr": "Gestionnaire",
    "en": "Manager"
  },
  "support_n1": {
    "fr": "Support N1",
    "en": "Support N1"
  },
  "support_n2": {
    "fr": "Support N2",
    "en": "Support N2"
  },
  "sales": {
    "fr": "Commercial",
    "en": "Sales"
  },
  "accounting": {
    "fr": "Comptabilité",
    "en": "Accounting"
  },
  "service": {
    "fr": "Service",
    "en": "Service"
  },
  "scheduler": {
    "fr": "Planification",
    "en": "Scheduler"
  },
  "connector": {
    "fr": "Connecteurs",
    "en": "Connectors"
  },
  "client": {
    "fr": "Client",
    "en": "Client"
  },
  "partner": {
    "fr": "Partenaire",
    "en": "Partner"
  }
};

export const labelFields: Part = {
  "user": "display_name",
  "file": "filename",
  "sw_brand": "name",
  "sw_role": "role",
  "sw_account": "legal_name",
  "sw_contact": "last_name",
  "sw_site": "name",
  "sw_billing_site": "name",
  "sw_customer_invoice": "number",
  "sw_assignment": "purpose",
  "sw_document": "title",
  "sw_document_version": "number",
  "sw_catalogue": "name",
  "sw_catalogue_item": "name",
  "sw_price": "direction",
  "sw_supplier": "name",
  "sw_task": "title",
  "sw_anomaly": "check",
  "sw_dispute": "reference",
  "sw_check_setting": "check",
  "sw_action": "operation",
  "sw_saved_view": "name",
  "sw_import_mapping": "name",
  "sw_notification": "kind",
  "sw_subscription": "kind",
  "sw_mail_template": "kind",
  "sw_layout": "role",
  "sw_journal_entry": "operation"
};

export const labelPatterns: Part = {
  "sw_contact": "{first_name} {last_name}"
};

export const typeModules: Part = {
  "sw_brand": "sw_base",
  "sw_role": "sw_base",
  "sw_account": "sw_base",
  "sw_contact": "sw_base",
  "sw_site": "sw_base",
  "sw_billing_site": "sw_base",
  "sw_customer_invoice": "sw_base",
  "sw_assignment": "sw_base",
  "sw_document": "sw_base",
  "sw_document_version": "sw_base",
  "sw_catalogue": "sw_base",
  "sw_catalogue_item": "sw_base",
  "sw_price": "sw_base",
  "sw_supplier": "sw_base",
  "sw_task": "sw_base",
  "sw_anomaly": "sw_base",
  "sw_dispute": "sw_base",
  "sw_check_setting": "sw_base",
  "sw_action": "sw_base",
  "sw_saved_view": "sw_base",
  "sw_import_mapping": "sw_base",
  "sw_notification": "sw_base",
  "sw_subscription": "sw_base",
  "sw_mail_template": "sw_base",
  "sw_layout": "sw_base",
  "sw_journal_entry": "sw_base"
};
