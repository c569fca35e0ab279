// Written by `npm run generate` from the entity model. Do not edit.

import type { Part } from "../../merged.ts";

export const typeLabels: Part = {
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
  "sw_milestone": {
    "fr": "Jalon",
    "en": "Milestone"
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
  }
};

export const pluralLabels: Part = {
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
  "sw_milestone": {
    "fr": "Jalons",
    "en": "Milestones"
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
  }
};

export const fieldLabels: Part = {
  "sw_brand.approval_above": {
    "fr": "Accord d’une seconde personne au-delà de",
    "en": "Second person’s approval above"
  },
  "sw_brand.milestone_mails": {
    "fr": "Jalons annoncés au client",
    "en": "Milestones told to the customer"
  },
  "sw_supplier.charge_rules": {
    "fr": "Natures de charge",
    "en": "Kinds of charge"
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
  "sw_check_setting.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_action.deployment": {
    "fr": "Déploiement",
    "en": "Deployment"
  },
  "sw_action.line": {
    "fr": "Ligne",
    "en": "Line"
  },
  "sw_action.cause": {
    "fr": "Cause",
    "en": "Cause"
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
  "sw_line.user_since": {
    "fr": "Utilisateur depuis",
    "en": "User since"
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
  "sw_line_term.negotiated_sell_period": {
    "fr": "Périodicité de vente négociée",
    "en": "Negotiated sell period"
  },
  "sw_line_term.negotiated_buy_price": {
    "fr": "Prix d’achat négocié",
    "en": "Negotiated buy price"
  },
  "sw_line_term.negotiated_buy_period": {
    "fr": "Périodicité d’achat négociée",
    "en": "Negotiated buy period"
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
  "sw_line_option.sell_period": {
    "fr": "Périodicité de vente",
    "en": "Sell period"
  },
  "sw_line_option.buy_price": {
    "fr": "Prix d’achat",
    "en": "Buy price"
  },
  "sw_line_option.buy_period": {
    "fr": "Périodicité d’achat",
    "en": "Buy period"
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
  "sw_sim.operator": {
    "fr": "Opérateur",
    "en": "Operator"
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
  "sw_deployment.all_or_nothing": {
    "fr": "Tout ou rien",
    "en": "All or nothing"
  },
  "sw_deployment.blocked_by": {
    "fr": "Bloqué par",
    "en": "Blocked by"
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
  "sw_deployment.approval_asked_by": {
    "fr": "Accord demandé par",
    "en": "Approval asked by"
  },
  "sw_deployment.approval_asked_on": {
    "fr": "Accord demandé le",
    "en": "Approval asked on"
  },
  "sw_deployment.approved_by": {
    "fr": "Accord donné par",
    "en": "Approved by"
  },
  "sw_deployment.notes": {
    "fr": "Notes internes",
    "en": "Internal notes"
  },
  "sw_milestone.deployment": {
    "fr": "Déploiement",
    "en": "Deployment"
  },
  "sw_milestone.kind": {
    "fr": "Étape",
    "en": "Step"
  },
  "sw_milestone.status": {
    "fr": "État",
    "en": "Status"
  },
  "sw_milestone.due_on": {
    "fr": "Pour le",
    "en": "Due on"
  },
  "sw_milestone.done_on": {
    "fr": "Fait le",
    "en": "Done on"
  },
  "sw_milestone.owner": {
    "fr": "Responsable",
    "en": "Owner"
  },
  "sw_milestone.contact": {
    "fr": "Contact",
    "en": "Contact"
  },
  "sw_milestone.blocked_by": {
    "fr": "Bloqué par",
    "en": "Blocked by"
  },
  "sw_milestone.mailed_at": {
    "fr": "Client prévenu le",
    "en": "Customer told on"
  },
  "sw_milestone.mailed_to": {
    "fr": "Client prévenu à",
    "en": "Customer told at"
  },
  "sw_supplier_invoice.supplier": {
    "fr": "Fournisseur",
    "en": "Supplier"
  },
  "sw_supplier_invoice.number": {
    "fr": "Numéro",
    "en": "Number"
  },
  "sw_supplier_invoice.edition": {
    "fr": "Version du document",
    "en": "Edition"
  },
  "sw_supplier_invoice.replaced_by": {
    "fr": "Remplacée par",
    "en": "Replaced by"
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
  "sw_supplier_invoice.checked_count": {
    "fr": "Lignes contrôlées",
    "en": "Lines checked"
  },
  "sw_supplier_invoice.checked_net": {
    "fr": "Contrôlé hors taxes",
    "en": "Checked excluding VAT"
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
  "sw_supplier_invoice_line.match_confidence": {
    "fr": "Certitude",
    "en": "Certainty"
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
  "sw_billed_item.kind": {
    "fr": "Nature",
    "en": "Charge"
  },
  "sw_billed_item.service_reference": {
    "fr": "Référence de service",
    "en": "Service reference"
  },
  "sw_billed_item.item_code": {
    "fr": "Code article",
    "en": "Item code"
  },
  "sw_billed_item.quantity": {
    "fr": "Quantité",
    "en": "Quantity"
  },
  "sw_billed_item.price": {
    "fr": "Prix unitaire",
    "en": "Unit price"
  },
  "sw_billed_item.net": {
    "fr": "Net",
    "en": "Net"
  },
  "sw_billed_item.period_start": {
    "fr": "Début",
    "en": "Start"
  },
  "sw_billed_item.period_end": {
    "fr": "Fin",
    "en": "End"
  },
  "sw_billed_item.invoice_number": {
    "fr": "Facture",
    "en": "Invoice"
  },
  "sw_billed_item.system_id": {
    "fr": "Identifiant système",
    "en": "System id"
  },
  "sw_billed_item.months": {
    "fr": "Tous les (mois)",
    "en": "Every (months)"
  },
  "sw_billed_item.agreed_price": {
    "fr": "Prix convenu",
    "en": "Agreed price"
  },
  "sw_billed_item.agreed_quantity": {
    "fr": "Quantité convenue",
    "en": "Agreed quantity"
  },
  "sw_billed_item.drift": {
    "fr": "Écart de facturation",
    "en": "Billing drift"
  }
};

export const valueLabels: Part = {
  "sw_brand.milestone_mails.order_confirmed": {
    "fr": "Commande confirmée",
    "en": "Order confirmed"
  },
  "sw_brand.milestone_mails.appointment": {
    "fr": "Rendez-vous",
    "en": "Visit"
  },
  "sw_brand.milestone_mails.delivery": {
    "fr": "Livraison",
    "en": "Delivery"
  },
  "sw_brand.milestone_mails.porting": {
    "fr": "Portage",
    "en": "Porting"
  },
  "sw_brand.milestone_mails.go_live": {
    "fr": "Mise en service",
    "en": "Go-live"
  },
  "sw_brand.milestone_mails.billing_start": {
    "fr": "Début de facturation",
    "en": "Billing start"
  },
  "sw_anomaly.check.C1": {
    "fr": "Ligne résiliée encore facturée",
    "en": "Terminated line still billed"
  },
  "sw_anomaly.check.C2": {
    "fr": "Écart de prix d’achat",
    "en": "Supplier price gap"
  },
  "sw_anomaly.check.C3": {
    "fr": "Ligne inconnue du parc",
    "en": "Line unknown to the park"
  },
  "sw_anomaly.check.C4": {
    "fr": "Ligne active non facturée par le fournisseur",
    "en": "Active line not billed by the supplier"
  },
  "sw_anomaly.check.C5": {
    "fr": "Ligne non facturée au client",
    "en": "Line not billed to the customer"
  },
  "sw_anomaly.check.C6": {
    "fr": "Facturée au client après sa fin",
    "en": "Billed to the customer after its end"
  },
  "sw_anomaly.check.C7": {
    "fr": "Marge insuffisante",
    "en": "Margin too low"
  },
  "sw_anomaly.check.C8": {
    "fr": "Option jamais souscrite",
    "en": "Option never subscribed"
  },
  "sw_anomaly.check.C9": {
    "fr": "Facturée deux fois",
    "en": "Billed twice"
  },
  "sw_anomaly.check.C10": {
    "fr": "Prorata erroné",
    "en": "Wrong proration"
  },
  "sw_anomaly.check.C11": {
    "fr": "Frais sans commande",
    "en": "Fee without an order"
  },
  "sw_anomaly.check.C13": {
    "fr": "Avoir promis et non reçu",
    "en": "Credit promised and not received"
  },
  "sw_check_setting.check.C1": {
    "fr": "Ligne résiliée encore facturée",
    "en": "Terminated line still billed"
  },
  "sw_check_setting.check.C2": {
    "fr": "Écart de prix d’achat",
    "en": "Supplier price gap"
  },
  "sw_check_setting.check.C3": {
    "fr": "Ligne inconnue du parc",
    "en": "Line unknown to the park"
  },
  "sw_check_setting.check.C4": {
    "fr": "Ligne active non facturée par le fournisseur",
    "en": "Active line not billed by the supplier"
  },
  "sw_check_setting.check.C5": {
    "fr": "Ligne non facturée au client",
    "en": "Line not billed to the customer"
  },
  "sw_check_setting.check.C6": {
    "fr": "Facturée au client après sa fin",
    "en": "Billed to the customer after its end"
  },
  "sw_check_setting.check.C7": {
    "fr": "Marge insuffisante",
    "en": "Margin too low"
  },
  "sw_check_setting.check.C8": {
    "fr": "Option jamais souscrite",
    "en": "Option never subscribed"
  },
  "sw_check_setting.check.C9": {
    "fr": "Facturée deux fois",
    "en": "Billed twice"
  },
  "sw_check_setting.check.C10": {
    "fr": "Prorata erroné",
    "en": "Wrong proration"
  },
  "sw_check_setting.check.C11": {
    "fr": "Frais sans commande",
    "en": "Fee without an order"
  },
  "sw_check_setting.check.C13": {
    "fr": "Avoir promis et non reçu",
    "en": "Credit promised and not received"
  },
  "sw_action.capability.supplier": {
    "fr": "Opérateur",
    "en": "Operator"
  },
  "sw_action.operation.create_line": {
    "fr": "Créer une ligne",
    "en": "Create a line"
  },
  "sw_action.operation.modify_line": {
    "fr": "Modifier la ligne",
    "en": "Modify the line"
  },
  "sw_action.operation.terminate_line": {
    "fr": "Résilier la ligne",
    "en": "Terminate the line"
  },
  "sw_action.operation.order_sim": {
    "fr": "Commander des SIM",
    "en": "Order SIMs"
  },
  "sw_action.operation.modify_options": {
    "fr": "Modifier les options",
    "en": "Modify options"
  },
  "sw_action.operation.swap_sim": {
    "fr": "Changer la carte SIM",
    "en": "Swap the SIM"
  },
  "sw_action.operation.port_in": {
    "fr": "Porter un numéro",
    "en": "Port a number in"
  },
  "sw_action.cause.rio_mismatch": {
    "fr": "Le RIO n’est pas celui de ce numéro",
    "en": "The RIO is not this number’s"
  },
  "sw_action.cause.holder_mismatch": {
    "fr": "Le titulaire n’est pas celui que connaît l’opérateur cédant",
    "en": "The holder is not the one the old operator knows"
  },
  "sw_action.cause.donor_refused": {
    "fr": "L’opérateur cédant refuse le portage",
    "en": "The old operator refuses the port"
  },
  "sw_notification.kind.line_suspended": {
    "fr": "Une ligne d’un compte est suspendue",
    "en": "A line of an account is suspended"
  },
  "sw_notification.kind.line_terminated": {
    "fr": "Une ligne d’un compte est résiliée",
    "en": "A line of an account is terminated"
  },
  "sw_notification.kind.approval_asked": {
    "fr": "Un déploiement attend un accord",
    "en": "A deployment awaits approval"
  },
  "sw_notification.kind.approval_given": {
    "fr": "L’accord que j’ai demandé est donné",
    "en": "An approval that I asked for is given"
  },
  "sw_notification.kind.approval_withheld": {
    "fr": "Un déploiement que j’ai soumis à accord est de nouveau prévu",
    "en": "A deployment that I asked approval for is planned again"
  },
  "sw_notification.kind.deployment_undoing": {
    "fr": "Un de mes déploiements est défait",
    "en": "A deployment of mine is being undone"
  },
  "sw_notification.kind.milestone_due": {
    "fr": "Un de mes jalons est pour aujourd’hui",
    "en": "A milestone of mine is due today"
  },
  "sw_notification.kind.milestone_overdue": {
    "fr": "Un de mes jalons est en retard",
    "en": "A milestone of mine is overdue"
  },
  "sw_notification.kind.control_digest": {
    "fr": "Le contrôle facturation de la semaine, le lundi",
    "en": "The week’s billing control, on Mondays"
  },
  "sw_subscription.kind.line_suspended": {
    "fr": "Une ligne d’un compte est suspendue",
    "en": "A line of an account is suspended"
  },
  "sw_subscription.kind.line_terminated": {
    "fr": "Une ligne d’un compte est résiliée",
    "en": "A line of an account is terminated"
  },
  "sw_subscription.kind.approval_asked": {
    "fr": "Un déploiement attend un accord",
    "en": "A deployment awaits approval"
  },
  "sw_subscription.kind.approval_given": {
    "fr": "L’accord que j’ai demandé est donné",
    "en": "An approval that I asked for is given"
  },
  "sw_subscription.kind.approval_withheld": {
    "fr": "Un déploiement que j’ai soumis à accord est de nouveau prévu",
    "en": "A deployment that I asked approval for is planned again"
  },
  "sw_subscription.kind.deployment_undoing": {
    "fr": "Un de mes déploiements est défait",
    "en": "A deployment of mine is being undone"
  },
  "sw_subscription.kind.milestone_due": {
    "fr": "Un de mes jalons est pour aujourd’hui",
    "en": "A milestone of mine is due today"
  },
  "sw_subscription.kind.milestone_overdue": {
    "fr": "Un de mes jalons est en retard",
    "en": "A milestone of mine is overdue"
  },
  "sw_subscription.kind.control_digest": {
    "fr": "Le contrôle facturation de la semaine, le lundi",
    "en": "The week’s billing control, on Mondays"
  },
  "sw_mail_template.kind.line_suspended": {
    "fr": "Une ligne d’un compte est suspendue",
    "en": "A line of an account is suspended"
  },
  "sw_mail_template.kind.line_terminated": {
    "fr": "Une ligne d’un compte est résiliée",
    "en": "A line of an account is terminated"
  },
  "sw_mail_template.kind.approval_asked": {
    "fr": "Un déploiement attend un accord",
    "en": "A deployment awaits approval"
  },
  "sw_mail_template.kind.approval_given": {
    "fr": "L’accord que j’ai demandé est donné",
    "en": "An approval that I asked for is given"
  },
  "sw_mail_template.kind.approval_withheld": {
    "fr": "Un déploiement que j’ai soumis à accord est de nouveau prévu",
    "en": "A deployment that I asked approval for is planned again"
  },
  "sw_mail_template.kind.deployment_undoing": {
    "fr": "Un de mes déploiements est défait",
    "en": "A deployment of mine is being undone"
  },
  "sw_mail_template.kind.milestone_due": {
    "fr": "Un de mes jalons est pour aujourd’hui",
    "en": "A milestone of mine is due today"
  },
  "sw_mail_template.kind.milestone_overdue": {
    "fr": "Un de mes jalons est en retard",
    "en": "A milestone of mine is overdue"
  },
  "sw_mail_template.kind.control_digest": {
    "fr": "Le contrôle facturation de la semaine, le lundi",
    "en": "The week’s billing control, on Mondays"
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
  "sw_line.status.cancelled": {
    "fr": "Annulée",
    "en": "Cancelled"
  },
  "sw_line_term.negotiated_sell_period.month": {
    "fr": "Mensuel",
    "en": "Monthly"
  },
  "sw_line_term.negotiated_sell_period.quarter": {
    "fr": "Trimestriel",
    "en": "Quarterly"
  },
  "sw_line_term.negotiated_sell_period.year": {
    "fr": "Annuel",
    "en": "Yearly"
  },
  "sw_line_term.negotiated_buy_period.month": {
    "fr": "Mensuel",
    "en": "Monthly"
  },
  "sw_line_term.negotiated_buy_period.quarter": {
    "fr": "Trimestriel",
    "en": "Quarterly"
  },
  "sw_line_term.negotiated_buy_period.year": {
    "fr": "Annuel",
    "en": "Yearly"
  },
  "sw_line_option.sell_period.month": {
    "fr": "Mensuel",
    "en": "Monthly"
  },
  "sw_line_option.sell_period.quarter": {
    "fr": "Trimestriel",
    "en": "Quarterly"
  },
  "sw_line_option.sell_period.year": {
    "fr": "Annuel",
    "en": "Yearly"
  },
  "sw_line_option.buy_period.month": {
    "fr": "Mensuel",
    "en": "Monthly"
  },
  "sw_line_option.buy_period.quarter": {
    "fr": "Trimestriel",
    "en": "Quarterly"
  },
  "sw_line_option.buy_period.year": {
    "fr": "Annuel",
    "en": "Yearly"
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
  "sw_deployment.status.awaiting_approval": {
    "fr": "Accord demandé",
    "en": "Awaiting approval"
  },
  "sw_deployment.status.launched": {
    "fr": "Lancé",
    "en": "Launched"
  },
  "sw_deployment.status.done": {
    "fr": "Terminé",
    "en": "Done"
  },
  "sw_deployment.status.undoing": {
    "fr": "Retour en arrière",
    "en": "Being undone"
  },
  "sw_deployment.status.undone": {
    "fr": "Défait",
    "en": "Undone"
  },
  "sw_deployment.status.cancelled": {
    "fr": "Annulé",
    "en": "Cancelled"
  },
  "sw_milestone.kind.order_confirmed": {
    "fr": "Commande confirmée",
    "en": "Order confirmed"
  },
  "sw_milestone.kind.appointment": {
    "fr": "Rendez-vous",
    "en": "Visit"
  },
  "sw_milestone.kind.delivery": {
    "fr": "Livraison",
    "en": "Delivery"
  },
  "sw_milestone.kind.porting": {
    "fr": "Portage",
    "en": "Porting"
  },
  "sw_milestone.kind.go_live": {
    "fr": "Mise en service",
    "en": "Go-live"
  },
  "sw_milestone.kind.billing_start": {
    "fr": "Début de facturation",
    "en": "Billing start"
  },
  "sw_milestone.status.open": {
    "fr": "À venir",
    "en": "To come"
  },
  "sw_milestone.status.done": {
    "fr": "Fait",
    "en": "Done"
  },
  "sw_milestone.status.dropped": {
    "fr": "Sans objet",
    "en": "Not needed"
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
  "sw_supplier_invoice.format.xlsx": {
    "fr": "Détail XLSX",
    "en": "XLSX detail"
  },
  "sw_supplier_invoice_line.charge.recurring": {
    "fr": "Abonnement",
    "en": "Recurring"
  },
  "sw_supplier_invoice_line.charge.option": {
    "fr": "Option",
    "en": "Option"
  },
  "sw_supplier_invoice_line.charge.usage": {
    "fr": "Consommation",
    "en": "Usage"
  },
  "sw_supplier_invoice_line.charge.one_off": {
    "fr": "Ponctuel",
    "en": "One-off"
  },
  "sw_supplier_invoice_line.charge.device": {
    "fr": "Équipement",
    "en": "Device"
  },
  "sw_supplier_invoice_line.charge.discount": {
    "fr": "Remise",
    "en": "Discount"
  },
  "sw_supplier_invoice_line.charge.credit": {
    "fr": "Avoir",
    "en": "Credit"
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
  "sw_supplier_invoice_line.match_confidence.sure": {
    "fr": "Sûre",
    "en": "Sure"
  },
  "sw_supplier_invoice_line.match_confidence.dated": {
    "fr": "Par les dates",
    "en": "By the dates"
  },
  "sw_supplier_invoice_line.match_confidence.contradicted": {
    "fr": "Contredite",
    "en": "Contradicted"
  },
  "sw_supplier_invoice_line.match_confidence.manual": {
    "fr": "Par une personne",
    "en": "By a person"
  },
  "sw_supplier_invoice_line.match_confidence.ambiguous": {
    "fr": "Plusieurs lignes possibles",
    "en": "Several lines possible"
  },
  "sw_supplier_invoice_line.match_confidence.unknown": {
    "fr": "Inconnue",
    "en": "Unknown"
  },
  "sw_billed_item.kind.recurring": {
    "fr": "Abonnement",
    "en": "Recurring"
  },
  "sw_billed_item.kind.option": {
    "fr": "Option",
    "en": "Option"
  },
  "sw_billed_item.kind.usage": {
    "fr": "Consommation",
    "en": "Usage"
  },
  "sw_billed_item.kind.one_off": {
    "fr": "Ponctuel",
    "en": "One-off"
  },
  "sw_billed_item.kind.device": {
    "fr": "Équipement",
    "en": "Device"
  },
  "sw_billed_item.kind.discount": {
    "fr": "Remise",
    "en": "Discount"
  },
  "sw_billed_item.kind.credit": {
    "fr": "Avoir",
    "en": "Credit"
  },
  "sw_billed_item.kind.other": {
    "fr": "Autre",
    "en": "Other"
  },
  "sw_billed_item.drift.price": {
    "fr": "Prix différent",
    "en": "Other price"
  },
  "sw_billed_item.drift.quantity": {
    "fr": "Quantité différente",
    "en": "Other quantity"
  },
  "sw_billed_item.drift.ended": {
    "fr": "Arrêté là-bas",
    "en": "Ended there"
  },
  "sw_billed_item.drift.unknown": {
    "fr": "Facturé là-bas et inconnu ici",
    "en": "Billed there, unknown here"
  }
};

export const roleLabels: Part = {};

export const labelFields: Part = {
  "sw_park": "kind",
  "sw_line": "number",
  "sw_line_term": "valid_from",
  "sw_line_option": "item",
  "sw_sim": "iccid",
  "sw_deployment": "name",
  "sw_milestone": "kind",
  "sw_supplier_invoice": "number",
  "sw_supplier_invoice_line": "description",
  "sw_billed_item": "name"
};

export const labelPatterns: Part = {};

export const typeModules: Part = {
  "sw_park": "sw_telecom",
  "sw_line": "sw_telecom",
  "sw_line_term": "sw_telecom",
  "sw_line_option": "sw_telecom",
  "sw_sim": "sw_telecom",
  "sw_deployment": "sw_telecom",
  "sw_milestone": "sw_telecom",
  "sw_supplier_invoice": "sw_telecom",
  "sw_supplier_invoice_line": "sw_telecom",
  "sw_billed_item": "sw_telecom"
};
