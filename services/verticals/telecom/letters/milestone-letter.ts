import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { OutsideLetter } from "../../../base/notifications/index.ts";
import type { SwContact } from "../../../model/generated/entities.ts";
import type { SwMilestone } from "../../../model/generated/sw_telecom/entities.ts";
import { valueLabels } from "../../../model/generated/labels.ts";
import { labelFieldsOf, labelOf } from "../../../model/row-label.ts";
import { businessDay } from "../../../platform/day.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { contactOf, type MilestoneKind, milestoneKinds } from "../domain/milestones.ts";

type Locale = "fr" | "en";

/** What each step says to the customer; a brand may have words of its own. */
const said: Readonly<Record<MilestoneKind, Readonly<Record<Locale, string>>>> = {
  order_confirmed: {
    fr: "Votre commande « {deployment} » est confirmée.",
    en: "Your order “{deployment}” is confirmed.",
  },
  appointment: {
    fr: "Le rendez-vous de « {deployment} » a eu lieu le {day}.",
    en: "The visit for “{deployment}” took place on {day}.",
  },
  delivery: {
    fr: "La livraison de « {deployment} » a été faite le {day}.",
    en: "The delivery for “{deployment}” was made on {day}.",
  },
  porting: {
    fr: "Le portage des numéros de « {deployment} » a été fait le {day}.",
    en: "The numbers of “{deployment}” were ported on {day}.",
  },
  go_live: {
    fr: "« {deployment} » est en service depuis le {day}.",
    en: "“{deployment}” has been in service since {day}.",
  },
  billing_start: {
    fr: "La facturation de « {deployment} » commence le {day}.",
    en: "Billing of “{deployment}” starts on {day}.",
  },
};

/** A letter to the customer for each step of a deployment. It says what was done and when: no amounts, no suppliers, no notes. */
export const milestoneLetters: readonly OutsideLetter[] = milestoneKinds.map((kind) => ({
  kind: letterOf(kind),
  label: {
    fr: `Jalon au client : ${wordOf(kind, "fr").toLowerCase()}`,
    en: `Milestone to the customer: ${wordOf(kind, "en").toLowerCase()}`,
  },
  type: "sw_milestone",
  permissions: ["launch deployment"],
  fields: {
    recipient: { label: { fr: "nom du contact", en: "the contact’s name" }, example: "Gwenaëlle Morvan" },
    account: { label: { fr: "nom du client", en: "the customer’s name" }, example: "Groupe Kervadec" },
    deployment: { label: { fr: "nom du déploiement", en: "the deployment’s name" }, example: "Fibre — Brest" },
    step: { label: { fr: "nom de l’étape", en: "the step’s name" }, example: wordOf(kind, "fr") },
    day: { label: { fr: "jour où elle a été faite", en: "the day it was done" }, example: "14/12/2026" },
  },
  standard: {
    fr: {
      subject: "{deployment} : {step}",
      body: `Bonjour {recipient},\n\n${said[kind].fr}\n\nPour toute question, répondez à ce message.\n\nCordialement,\n\n{sender}\n{brand}`,
    },
    en: {
      subject: "{deployment}: {step}",
      body: `Hello {recipient},\n\n${said[kind].en}\n\nPlease answer this message with any question.\n\nKind regards,\n\n{sender}\n{brand}`,
    },
  },
  localeOf: async (backend, id) => {
    const milestone = await read(backend, id);
    return (await recipientOf(backend, milestone))?.locale ?? null;
  },
  async compose(backend, id, locale) {
    const milestone = await read(backend, id);
    const { deployment } = milestone;
    if (milestone.kind !== kind || !deployment?.account) return { kind: "missing" };
    const contact = await recipientOf(backend, milestone);
    const name = contact ? labelOf("sw_contact", contact) : "";
    const day = milestone.done_on ?? businessDay(new Date());
    return {
      kind: "composed",
      to: { name, address: contact?.email ?? null },
      values: {
        recipient: name,
        account: labelOf("sw_account", deployment.account),
        deployment: deployment.name ?? "",
        step: wordOf(kind, locale),
        day: dayIn(locale, day),
      },
      attachments: [],
    };
  },
}));

/** The letter of a step, among all kinds of mail. */
function letterOf(kind: MilestoneKind): string {
  return `milestone_${kind}`;
}

function wordOf(kind: MilestoneKind, locale: Locale): string {
  return valueLabels[`sw_milestone.kind.${kind}`]?.[locale] ?? kind;
}

function dayIn(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

const contactFields = [...labelFieldsOf("sw_contact"), "email", "locale"];

function read(backend: BackendClient, id: string): Promise<SwMilestone> {
  return backend.get(
    "sw_milestone",
    id,
    new DrupalJsonApiParams()
      .addFields("sw_milestone--sw_milestone", ["kind", "done_on", "deployment", "contact"])
      .addFields("sw_deployment--sw_deployment", ["name", "account", "sites"])
      .addFields("sw_account--sw_account", [...labelFieldsOf("sw_account")])
      .addFields("sw_contact--sw_contact", contactFields)
      .addInclude(["deployment.account", "contact"]),
  );
}

/** The step's own contact, else who is assigned to the customer's deployments. */
async function recipientOf(backend: BackendClient, { contact, deployment }: SwMilestone): Promise<SwContact | null> {
  if (contact) return contact;
  const account = deployment?.account?.id;
  if (!account) return null;
  const assigned = await backend.listAll("sw_assignment", () =>
    new DrupalJsonApiParams()
      .addFields("sw_assignment--sw_assignment", ["contact", "site", "valid_from", "valid_to"])
      .addFields("sw_contact--sw_contact", contactFields)
      .addInclude(["contact"])
      .addFilter("purpose", "deployments")
      .addFilter("contact.account.id", account),
  );
  const chosen = contactOf(
    assigned.map((one) => ({
      contactId: one.contact?.id ?? "",
      siteId: one.site?.id ?? null,
      from: one.valid_from ?? null,
      to: one.valid_to ?? null,
    })),
    { sites: new Set((deployment?.sites ?? []).map(({ id }) => id)), day: businessDay(new Date()) },
  );
  return assigned.find((one) => one.contact?.id === chosen)?.contact ?? null;
}
