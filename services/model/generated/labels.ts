// Written by `npm run generate` from the entity model. Do not edit.

import type { Label } from "../entity-model.ts";

export const typeLabels: Readonly<Record<string, Label>> = {
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
  },
  "sw_park": {
    "fr": "Parc",
    "en": "Park"
  },
  "sw_line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_line_term": {
    "fr": "Période de forfait",
    "en": "Plan period"
  },
  "sw_line_option": {
    "fr": "Option de ligne",
    "en": "Line option"
  },
  "sw_sim": {
    "fr": "SIM",
    "en": "SIM"
  },
  "sw_deployment": {
    "fr": "Déploiement",
    "en": "Deployment"
  },
  "sw_action": {
    "fr": "Action de déploiement",
    "en": "Deployment action"
  },
  "sw_supplier_invoice": {
    "fr": "Facture fournisseur",
    "en": "Supplier invoice"
  },
  "sw_supplier_invoice_line": {
    "fr": "Ligne de facture fournisseur",
    "en": "Supplier invoice line"
  },
  "sw_billed_item": {
    "fr": "Élément facturé",
    "en": "Billed item"
  },
  "sw_anomaly": {
    "fr": "Anomalie",
    "en": "Anomaly"
  },
  "sw_dispute": {
    "fr": "Réclamation",
    "en": "Dispute"
  }
};

export const pluralLabels: Readonly<Record<string, Label>> = {
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
  },
  "sw_park": {
    "fr": "Parcs",
    "en": "Parks"
  },
  "sw_line": {
    "fr": "Lignes",
    "en": "Lines"
  },
  "sw_line_term": {
    "fr": "Périodes de forfait",
    "en": "Plan periods"
  },
  "sw_line_option": {
    "fr": "Options de ligne",
    "en": "Line options"
  },
  "sw_sim": {
    "fr": "SIM",
    "en": "SIMs"
  },
  "sw_deployment": {
    "fr": "Déploiements",
    "en": "Deployments"
  },
  "sw_action": {
    "fr": "Actions de déploiement",
    "en": "Deployment actions"
  },
  "sw_supplier_invoice": {
    "fr": "Factures fournisseur",
    "en": "Supplier invoices"
  },
  "sw_supplier_invoice_line": {
    "fr": "Lignes de facture fournisseur",
    "en": "Supplier invoice lines"
  },
  "sw_billed_item": {
    "fr": "Éléments facturés",
    "en": "Billed items"
  },
  "sw_anomaly": {
    "fr": "Anomalies",
    "en": "Anomalies"
  },
  "sw_dispute": {
    "fr": "Réclamations",
    "en": "Disputes"
  }
};

export const fieldLabels: Readonly<Record<string, Label>> = {
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
    "fr": "ID SoftWhere",
    "en": "SoftWhere ID"
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
  "sw_park.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_park.site": {
    "fr": "Site",
    "en": "Site"
  },
  "sw_park.kind": {
    "fr": "Type",
    "en": "Type"
  },
  "sw_park.operator": {
    "fr": "Opérateur",
    "en": "Operator"
  },
  "sw_line.park": {
    "fr": "Parc",
    "en": "Park"
  },
  "sw_line.site": {
    "fr": "Site",
    "en": "Site"
  },
  "sw_line.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_line.number": {
    "fr": "Numéro",
    "en": "Number"
  },
  "sw_line.service_id": {
    "fr": "Identifiant de service",
    "en": "Service id"
  },
  "sw_line.user_name": {
    "fr": "Utilisateur",
    "en": "User"
  },
  "sw_line.plan": {
    "fr": "Forfait",
    "en": "Plan"
  },
  "sw_line.status": {
    "fr": "Statut",
    "en": "Status"
  },
  "sw_line.activated_on": {
    "fr": "Activée le",
    "en": "Activated on"
  },
  "sw_line.suspended_on": {
    "fr": "Suspendue le",
    "en": "Suspended on"
  },
  "sw_line.end_date": {
    "fr": "Date de fin",
    "en": "End date"
  },
  "sw_line.sell_price": {
    "fr": "Prix de vente",
    "en": "Sell price"
  },
  "sw_line.buy_price": {
    "fr": "Prix d’achat",
    "en": "Buy price"
  },
  "sw_line.price_reason": {
    "fr": "Motif du prix",
    "en": "Price reason"
  },
  "sw_line.commitment_end": {
    "fr": "Fin d’engagement client",
    "en": "Customer commitment end"
  },
  "sw_line.supplier_commitment_end": {
    "fr": "Fin d’engagement fournisseur",
    "en": "Supplier commitment end"
  },
  "sw_line.external_ids": {
    "fr": "Identifiants API",
    "en": "API ids"
  },
  "sw_line.comment": {
    "fr": "Commentaire",
    "en": "Comment"
  },
  "sw_line_term.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_line_term.plan": {
    "fr": "Forfait",
    "en": "Plan"
  },
  "sw_line_term.valid_from": {
    "fr": "À partir du",
    "en": "Valid from"
  },
  "sw_line_term.valid_to": {
    "fr": "Jusqu’au",
    "en": "Valid to"
  },
  "sw_line_term.negotiated_sell_price": {
    "fr": "Prix de vente négocié",
    "en": "Negotiated sell price"
  },
  "sw_line_term.negotiated_buy_price": {
    "fr": "Prix d’achat négocié",
    "en": "Negotiated buy price"
  },
  "sw_line_term.applied": {
    "fr": "Reporté sur la ligne",
    "en": "Applied to the line"
  },
  "sw_line_option.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_line_option.item": {
    "fr": "Option",
    "en": "Option"
  },
  "sw_line_option.quantity": {
    "fr": "Quantité",
    "en": "Quantity"
  },
  "sw_line_option.sell_price": {
    "fr": "Prix de vente",
    "en": "Sell price"
  },
  "sw_line_option.buy_price": {
    "fr": "Prix d’achat",
    "en": "Buy price"
  },
  "sw_line_option.valid_from": {
    "fr": "À partir du",
    "en": "Valid from"
  },
  "sw_line_option.valid_to": {
    "fr": "Jusqu’au",
    "en": "Valid to"
  },
  "sw_sim.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_sim.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_sim.iccid": {
    "fr": "ICCID",
    "en": "ICCID"
  },
  "sw_sim.eid": {
    "fr": "EID",
    "en": "EID"
  },
  "sw_sim.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_sim.status": {
    "fr": "État",
    "en": "State"
  },
  "sw_sim.pin": {
    "fr": "PIN",
    "en": "PIN"
  },
  "sw_sim.puk": {
    "fr": "PUK",
    "en": "PUK"
  },
  "sw_deployment.account": {
    "fr": "Compte",
    "en": "Account"
  },
  "sw_deployment.name": {
    "fr": "Nom",
    "en": "Name"
  },
  "sw_deployment.reference": {
    "fr": "Référence",
    "en": "Reference"
  },
  "sw_deployment.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_deployment.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_deployment.planned_on": {
    "fr": "Prévu le",
    "en": "Planned on"
  },
  "sw_deployment.owner": {
    "fr": "Responsable",
    "en": "Owner"
  },
  "sw_deployment.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_deployment.sites": {
    "fr": "Sites",
    "en": "Sites"
  },
  "sw_deployment.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_deployment.delivery_site": {
    "fr": "Site de livraison",
    "en": "Delivery site"
  },
  "sw_deployment.delivery_contact": {
    "fr": "Contact de livraison",
    "en": "Delivery contact"
  },
  "sw_deployment.notes": {
    "fr": "Notes internes",
    "en": "Internal notes"
  },
  "sw_action.deployment": {
    "fr": "Déploiement",
    "en": "Deployment"
  },
  "sw_action.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_action.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_action.payload": {
    "fr": "Contenu",
    "en": "Content"
  },
  "sw_action.planned_on": {
    "fr": "Prévue le",
    "en": "Planned on"
  },
  "sw_action.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_action.idempotency_key": {
    "fr": "Clé d’idempotence",
    "en": "Idempotency key"
  },
  "sw_action.attempts": {
    "fr": "Tentatives",
    "en": "Attempts"
  },
  "sw_action.vendor_reference": {
    "fr": "Référence fournisseur",
    "en": "Vendor reference"
  },
  "sw_action.result": {
    "fr": "Résultat",
    "en": "Result"
  },
  "sw_supplier_invoice.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_supplier_invoice.number": {
    "fr": "Numéro",
    "en": "Number"
  },
  "sw_supplier_invoice.kind": {
    "fr": "Nature",
    "en": "Kind"
  },
  "sw_supplier_invoice.format": {
    "fr": "Format",
    "en": "Format"
  },
  "sw_supplier_invoice.issued_on": {
    "fr": "Émise le",
    "en": "Issued on"
  },
  "sw_supplier_invoice.period_start": {
    "fr": "Début de période",
    "en": "Period start"
  },
  "sw_supplier_invoice.period_end": {
    "fr": "Fin de période",
    "en": "Period end"
  },
  "sw_supplier_invoice.currency": {
    "fr": "Devise",
    "en": "Currency"
  },
  "sw_supplier_invoice.total_net": {
    "fr": "Total hors taxes",
    "en": "Total excluding VAT"
  },
  "sw_supplier_invoice.total_gross": {
    "fr": "Total toutes taxes",
    "en": "Total including VAT"
  },
  "sw_supplier_invoice.line_count": {
    "fr": "Nombre de lignes",
    "en": "Line count"
  },
  "sw_supplier_invoice.content_hash": {
    "fr": "Empreinte du contenu",
    "en": "Content hash"
  },
  "sw_supplier_invoice.file_name": {
    "fr": "Nom du fichier",
    "en": "File name"
  },
  "sw_supplier_invoice.source_file": {
    "fr": "Fichier source",
    "en": "Source file"
  },
  "sw_supplier_invoice_line.invoice": {
    "fr": "Facture",
    "en": "Invoice"
  },
  "sw_supplier_invoice_line.line_number": {
    "fr": "Numéro de ligne",
    "en": "Line number"
  },
  "sw_supplier_invoice_line.service_id": {
    "fr": "Identifiant de service",
    "en": "Service id"
  },
  "sw_supplier_invoice_line.iccid": {
    "fr": "ICCID",
    "en": "ICCID"
  },
  "sw_supplier_invoice_line.msisdn": {
    "fr": "Numéro",
    "en": "Number"
  },
  "sw_supplier_invoice_line.customer_reference": {
    "fr": "Référence client",
    "en": "Customer reference"
  },
  "sw_supplier_invoice_line.item_code": {
    "fr": "Code article",
    "en": "Item code"
  },
  "sw_supplier_invoice_line.description": {
    "fr": "Libellé",
    "en": "Description"
  },
  "sw_supplier_invoice_line.charge": {
    "fr": "Nature",
    "en": "Charge"
  },
  "sw_supplier_invoice_line.quantity": {
    "fr": "Quantité",
    "en": "Quantity"
  },
  "sw_supplier_invoice_line.gross": {
    "fr": "Brut",
    "en": "Gross"
  },
  "sw_supplier_invoice_line.discount": {
    "fr": "Remise",
    "en": "Discount"
  },
  "sw_supplier_invoice_line.net": {
    "fr": "Net",
    "en": "Net"
  },
  "sw_supplier_invoice_line.period_start": {
    "fr": "Début",
    "en": "Start"
  },
  "sw_supplier_invoice_line.period_end": {
    "fr": "Fin",
    "en": "End"
  },
  "sw_supplier_invoice_line.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_supplier_invoice_line.match_key": {
    "fr": "Rapprochée par",
    "en": "Matched by"
  },
  "sw_billed_item.billing_site": {
    "fr": "Site de facturation",
    "en": "Billing site"
  },
  "sw_billed_item.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_billed_item.name": {
    "fr": "Libellé",
    "en": "Label"
  },
  "sw_billed_item.service_reference": {
    "fr": "Référence de service",
    "en": "Service reference"
  },
  "sw_billed_item.price": {
    "fr": "Prix",
    "en": "Price"
  },
  "sw_billed_item.period_start": {
    "fr": "Début",
    "en": "Start"
  },
  "sw_billed_item.period_end": {
    "fr": "Fin",
    "en": "End"
  },
  "sw_billed_item.system_id": {
    "fr": "Identifiant système",
    "en": "System id"
  },
  "sw_anomaly.key": {
    "fr": "Clé",
    "en": "Key"
  },
  "sw_anomaly.check": {
    "fr": "Contrôle",
    "en": "Check"
  },
  "sw_anomaly.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_anomaly.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_anomaly.invoice_line": {
    "fr": "Ligne de facture",
    "en": "Invoice line"
  },
  "sw_anomaly.billed_item": {
    "fr": "Élément facturé",
    "en": "Billed item"
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

export const valueLabels: Readonly<Record<string, Label>> = {
  "sw_brand.locale.fr": {
    "fr": "Français",
    "en": "French"
  },
  "sw_brand.locale.en": {
    "fr": "Anglais",
    "en": "English"
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
  "sw_task.status.open": {
    "fr": "À faire",
    "en": "Open"
  },
  "sw_task.status.done": {
    "fr": "Faite",
    "en": "Done"
  },
  "sw_mail_template.locale.fr": {
    "fr": "Français",
    "en": "French"
  },
  "sw_mail_template.locale.en": {
    "fr": "Anglais",
    "en": "English"
  },
  "sw_layout.screen.account": {
    "fr": "Compte client",
    "en": "Account"
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
  "sw_park.kind.mobile": {
    "fr": "Mobile",
    "en": "Mobile"
  },
  "sw_park.kind.internet": {
    "fr": "Internet",
    "en": "Internet"
  },
  "sw_park.kind.fixed": {
    "fr": "Fixe",
    "en": "Fixed"
  },
  "sw_park.kind.cyber": {
    "fr": "Cyber",
    "en": "Cyber"
  },
  "sw_line.status.ordered": {
    "fr": "Commandée",
    "en": "Ordered"
  },
  "sw_line.status.active": {
    "fr": "Active",
    "en": "Active"
  },
  "sw_line.status.suspended": {
    "fr": "Suspendue",
    "en": "Suspended"
  },
  "sw_line.status.terminating": {
    "fr": "En résiliation",
    "en": "Terminating"
  },
  "sw_line.status.terminated": {
    "fr": "Résiliée",
    "en": "Terminated"
  },
  "sw_sim.kind.sim": {
    "fr": "SIM",
    "en": "SIM"
  },
  "sw_sim.kind.esim": {
    "fr": "eSIM",
    "en": "eSIM"
  },
  "sw_sim.status.stock": {
    "fr": "En stock",
    "en": "In stock"
  },
  "sw_sim.status.active": {
    "fr": "Active",
    "en": "Active"
  },
  "sw_sim.status.blocked": {
    "fr": "Bloquée",
    "en": "Blocked"
  },
  "sw_sim.status.retired": {
    "fr": "Retirée",
    "en": "Retired"
  },
  "sw_deployment.kind.lines": {
    "fr": "Lignes et services",
    "en": "Lines and services"
  },
  "sw_deployment.kind.sim_order": {
    "fr": "Commande de SIM",
    "en": "SIM order"
  },
  "sw_deployment.kind.billing": {
    "fr": "Facturation",
    "en": "Billing"
  },
  "sw_deployment.status.draft": {
    "fr": "Brouillon",
    "en": "Draft"
  },
  "sw_deployment.status.planned": {
    "fr": "Prévu",
    "en": "Planned"
  },
  "sw_deployment.status.launched": {
    "fr": "Lancé",
    "en": "Launched"
  },
  "sw_deployment.status.done": {
    "fr": "Terminé",
    "en": "Done"
  },
  "sw_deployment.status.cancelled": {
    "fr": "Annulé",
    "en": "Cancelled"
  },
  "sw_action.kind.create_line": {
    "fr": "Créer une ligne",
    "en": "Create a line"
  },
  "sw_action.kind.modify_line": {
    "fr": "Modifier la ligne",
    "en": "Modify the line"
  },
  "sw_action.kind.terminate_line": {
    "fr": "Résilier la ligne",
    "en": "Terminate the line"
  },
  "sw_action.kind.order_sim": {
    "fr": "Commander des SIM",
    "en": "Order SIMs"
  },
  "sw_action.kind.modify_options": {
    "fr": "Modifier les options",
    "en": "Modify options"
  },
  "sw_action.kind.create_service": {
    "fr": "Créer un service facturé",
    "en": "Create a billed service"
  },
  "sw_action.kind.modify_subscription": {
    "fr": "Modifier l’abonnement",
    "en": "Modify the subscription"
  },
  "sw_action.kind.add_option": {
    "fr": "Ajouter une option facturée",
    "en": "Add a billed option"
  },
  "sw_action.kind.add_hardware": {
    "fr": "Ajouter du matériel",
    "en": "Add hardware"
  },
  "sw_action.kind.add_fee": {
    "fr": "Ajouter des frais ponctuels",
    "en": "Add a one-off fee"
  },
  "sw_action.status.planned": {
    "fr": "Prévue",
    "en": "Planned"
  },
  "sw_action.status.running": {
    "fr": "En cours",
    "en": "Running"
  },
  "sw_action.status.done": {
    "fr": "Faite",
    "en": "Done"
  },
  "sw_action.status.failed": {
    "fr": "Échouée",
    "en": "Failed"
  },
  "sw_action.status.cancelled": {
    "fr": "Annulée",
    "en": "Cancelled"
  },
  "sw_supplier_invoice.kind.invoice": {
    "fr": "Facture",
    "en": "Invoice"
  },
  "sw_supplier_invoice.kind.credit_note": {
    "fr": "Avoir",
    "en": "Credit note"
  },
  "sw_supplier_invoice.format.ubl": {
    "fr": "UBL",
    "en": "UBL"
  },
  "sw_supplier_invoice.format.cii": {
    "fr": "CII",
    "en": "CII"
  },
  "sw_supplier_invoice.format.facturx": {
    "fr": "Factur-X",
    "en": "Factur-X"
  },
  "sw_supplier_invoice.format.csv": {
    "fr": "Détail CSV",
    "en": "CSV detail"
  },
  "sw_supplier_invoice_line.charge.recurring": {
    "fr": "Abonnement",
    "en": "Recurring"
  },
  "sw_supplier_invoice_line.charge.usage": {
    "fr": "Consommation",
    "en": "Usage"
  },
  "sw_supplier_invoice_line.charge.one_off": {
    "fr": "Ponctuel",
    "en": "One-off"
  },
  "sw_supplier_invoice_line.charge.discount": {
    "fr": "Remise",
    "en": "Discount"
  },
  "sw_supplier_invoice_line.charge.other": {
    "fr": "Autre",
    "en": "Other"
  },
  "sw_supplier_invoice_line.match_key.service_id": {
    "fr": "Identifiant de service",
    "en": "Service id"
  },
  "sw_supplier_invoice_line.match_key.iccid": {
    "fr": "ICCID",
    "en": "ICCID"
  },
  "sw_supplier_invoice_line.match_key.number": {
    "fr": "Numéro",
    "en": "Number"
  },
  "sw_supplier_invoice_line.match_key.customer_reference": {
    "fr": "Référence client",
    "en": "Customer reference"
  },
  "sw_supplier_invoice_line.match_key.manual": {
    "fr": "Manuel",
    "en": "Manual"
  },
  "sw_supplier_invoice_line.match_key.none": {
    "fr": "Aucun",
    "en": "None"
  },
  "sw_anomaly.check.C1": {
    "fr": "Ligne résiliée encore facturée",
    "en": "Terminated line still billed"
  },
  "sw_anomaly.check.C2": {
    "fr": "Écart de prix d’achat",
    "en": "Supplier price gap"
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
  }
};

export const roleLabels: Readonly<Record<string, Label>> = {
  "platform_administrator": {
    "fr": "Administrateur de la plateforme",
    "en": "Platform administrator"
  },
  "platform_service": {
    "fr": "Services de la plateforme",
    "en": "Platform services"
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
  "client": {
    "fr": "Client",
    "en": "Client"
  },
  "partner": {
    "fr": "Partenaire",
    "en": "Partner"
  }
};

/** The field that names a row of each type. */
export const labelFields: Readonly<Record<string, string>> = {
  "user": "display_name",
  "file": "filename",
  "sw_brand": "name",
  "sw_role": "role",
  "sw_account": "legal_name",
  "sw_contact": "last_name",
  "sw_site": "name",
  "sw_billing_site": "name",
  "sw_assignment": "purpose",
  "sw_document": "title",
  "sw_document_version": "number",
  "sw_catalogue": "name",
  "sw_catalogue_item": "name",
  "sw_price": "direction",
  "sw_supplier": "name",
  "sw_task": "title",
  "sw_saved_view": "name",
  "sw_import_mapping": "name",
  "sw_notification": "kind",
  "sw_subscription": "kind",
  "sw_mail_template": "kind",
  "sw_layout": "role",
  "sw_journal_entry": "operation",
  "sw_park": "kind",
  "sw_line": "number",
  "sw_line_term": "valid_from",
  "sw_line_option": "item",
  "sw_sim": "iccid",
  "sw_deployment": "name",
  "sw_action": "kind",
  "sw_supplier_invoice": "number",
  "sw_supplier_invoice_line": "description",
  "sw_billed_item": "name",
  "sw_anomaly": "key",
  "sw_dispute": "reference"
};

/** What names a row where one field does not do. */
export const labelPatterns: Readonly<Record<string, string>> = {
  "sw_contact": "{first_name} {last_name}"
};

/** The module that brings each type. */
export const typeModules: Readonly<Record<string, string>> = {
  "sw_brand": "sw_base",
  "sw_role": "sw_base",
  "sw_account": "sw_base",
  "sw_contact": "sw_base",
  "sw_site": "sw_base",
  "sw_billing_site": "sw_base",
  "sw_assignment": "sw_base",
  "sw_document": "sw_base",
  "sw_document_version": "sw_base",
  "sw_catalogue": "sw_base",
  "sw_catalogue_item": "sw_base",
  "sw_price": "sw_base",
  "sw_supplier": "sw_base",
  "sw_task": "sw_base",
  "sw_saved_view": "sw_base",
  "sw_import_mapping": "sw_base",
  "sw_notification": "sw_base",
  "sw_subscription": "sw_base",
  "sw_mail_template": "sw_base",
  "sw_layout": "sw_base",
  "sw_journal_entry": "sw_base",
  "sw_park": "sw_telecom",
  "sw_line": "sw_telecom",
  "sw_line_term": "sw_telecom",
  "sw_line_option": "sw_telecom",
  "sw_sim": "sw_telecom",
  "sw_deployment": "sw_telecom",
  "sw_action": "sw_telecom",
  "sw_supplier_invoice": "sw_telecom",
  "sw_supplier_invoice_line": "sw_telecom",
  "sw_billed_item": "sw_telecom",
  "sw_anomaly": "sw_telecom",
  "sw_dispute": "sw_telecom"
};
