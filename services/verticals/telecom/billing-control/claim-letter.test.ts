import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { LetterPreview, LetterState } from "../../../base/notifications/contract.ts";
import {
  type Brand,
  later,
  type Person,
  ref,
  resource,
  until,
  World,
} from "../../../base/notifications/testing/world.ts";
import { type MailCatcher, startMailCatcher } from "../../../stand-ins/mail-catcher/mail-catcher.ts";

/** An amount that nothing else here is. */
const canary = "4317.8900";
const canaries = /4[\s.,\u00a0\u202f]?317/;
const address = "litiges@orange.example";

let catcher: MailCatcher;
let world: World;
let brand: Brand;
let foreign: Brand;
/** Manages gaps and sees no margin. */
let blind: Person;
/** Sees gaps and margin, and manages none. */
let reader: Person;
let supplier: string;
let dispute: string;

const about = (row = dispute) => ({ kind: "supplier_claim", row, locale: "fr" });
const send = (person: Person, row?: string) => world.call(person, "notifications/sendLetter", { write: about(row) });
const state = async (person: Person) =>
  (await world.call(person, "notifications/letterState", { ask: about() })).answer as LetterState;
const ended = (person: Person, wanted: LetterState["state"]) =>
  until(wanted, async () => {
    const now = await state(person);
    return now.state === wanted ? now : undefined;
  });

/** Sends it while the mail server is busy, until it was tried. */
async function refusedForNow(person: Person): Promise<void> {
  catcher.behave("refuse for now");
  const before = catcher.tries();
  await send(person);
  await until("a try", () => (catcher.tries() > before ? true : undefined));
}

/** A dispute of the brand over one row of an invoice. */
async function claimed(of: Brand, reference: string): Promise<{ supplier: string; dispute: string }> {
  const admin = await of.people.administrator.as();
  const [orange, invoice, row, made] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const its = { supplier: ref("sw_supplier", orange) };
  await admin.create(
    "sw_supplier",
    resource(
      "sw_supplier",
      { name: `Orange ${reference}`, code: reference.toLowerCase(), dispute_email: address },
      {},
      orange,
    ),
  );
  const stored = {
    number: "F-7",
    format: "csv",
    issued_on: "2026-11-05",
    total_net: canary,
    checked_net: "0.0000",
    line_count: 1,
    checked_count: 0,
    content_hash: reference,
  };
  await admin.create("sw_supplier_invoice", resource("sw_supplier_invoice", stored, its, invoice));
  await admin.create(
    "sw_supplier_invoice_line",
    resource(
      "sw_supplier_invoice_line",
      { line_number: "1", description: "Forfait", net: canary },
      { invoice: ref("sw_supplier_invoice", invoice) },
      row,
    ),
  );
  await admin.create(
    "sw_dispute",
    resource("sw_dispute", { reference, status: "sent", sent_on: "2026-11-20" }, its, made),
  );
  const gap = {
    key: reference,
    check: "C3",
    period_start: "2026-10-01",
    period_end: "2026-10-31",
    found: canary,
    expected: "0.0000",
    amount: canary,
  };
  const found = await admin.create(
    "sw_anomaly",
    resource("sw_anomaly", gap, { ...its, invoice_line: ref("sw_supplier_invoice_line", row) }),
  );
  await admin.update("sw_anomaly", {
    ...resource(
      "sw_anomaly",
      { status: "disputed", version: found.version },
      { dispute: ref("sw_dispute", made) },
      found.id,
    ),
  });
  return { supplier: orange, dispute: made };
}

beforeAll(async () => {
  catcher = await startMailCatcher();
  world = await World.create(catcher.port);
  brand = await world.brand("SoftWhere", "fr", ["sw_telecom"]);
  foreign = await world.brand("Connextoo", "fr", ["sw_telecom"]);
  blind = brand.people.sales;
  reader = brand.people.support_n1;
  const admin = await brand.people.administrator.as();
  const grant = (role: string, ...granted: string[]) =>
    admin.create("sw_role", resource("sw_role", { role, granted: ["view anomalies", "view sw_supplier", ...granted] }));
  await grant("sales", "manage anomalies");
  await grant("support_n1", "view margin");
  await world.run([brand, foreign]);
}, 180_000);

afterAll(async () => {
  await world?.close();
  await catcher?.close();
});

beforeEach(async () => {
  catcher.behave("accept");
  catcher.clear();
  ({ supplier, dispute } = await claimed(brand, `R-${randomUUID().slice(0, 8)}`));
});

it("goes to the supplier once, with letter and table, in the brand's words, and answers reach who sent it", {
  timeout: 60_000,
}, async () => {
  const { manager, administrator } = brand.people;
  await (await administrator.as()).create(
    "sw_mail_template",
    resource("sw_mail_template", {
      kind: "supplier_claim",
      locale: "fr",
      subject: "{brand} : réclamation {reference}",
      body: "Bonjour {supplier},\n\nTotal : {amount} sur {invoices}.\n\n{sender}",
    }),
  );
  const preview = (await world.call(manager, "notifications/letterPreview", { ask: about() })).answer as LetterPreview;
  expect(preview).toMatchObject({
    to: { address },
    replyTo: manager.mail,
    from: "bonjour@softwhere.example",
    lacks: [],
  });
  expect(preview.text).toMatch(canaries);
  expect(catcher.mails).toEqual([]);

  // A double click, and a colleague at the same moment.
  await Promise.all([send(manager), send(manager), send(administrator)]);
  const sent = await ended(manager, "sent");
  expect(sent).toMatchObject({ to: address, reason: null });
  await later(1_500);
  expect(catcher.mails).toHaveLength(1);
  const [mail] = catcher.mails;
  expect([manager.mail, administrator.mail]).toContain(mail?.replyTo);
  expect(mail?.to).toEqual([address]);
  expect(mail?.subject).toMatch(/^SoftWhere : réclamation R-/);
  expect(mail?.text).toMatch(canaries);
  expect(mail?.attachments.map(({ type }) => type)).toEqual(["application/pdf", "text/csv"]);
  expect(
    Buffer.from(mail?.attachments[0]?.base64 ?? "", "base64")
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect(Buffer.from(mail?.attachments[1]?.base64 ?? "", "base64").toString()).toContain("F-7");

  // A reminder is another mail.
  await later(1_000);
  await send(manager);
  await until("the reminder", () => (catcher.mails.length === 2 ? true : undefined));
  expect(new Set(catcher.mails.map(({ messageId }) => messageId)).size).toBe(2);
});

it("is nothing to those without the right, and another brand's is none", { timeout: 60_000 }, async () => {
  expect(await send(blind)).toMatchObject({ code: "FORBIDDEN" });
  expect(await world.call(blind, "notifications/letterPreview", { ask: about() })).toMatchObject({ code: "FORBIDDEN" });
  expect(await send(brand.people.client)).toMatchObject({ code: "FORBIDDEN" });
  expect(await send(reader)).toMatchObject({ code: "FORBIDDEN" });
  expect(await send(foreign.people.manager)).toMatchObject({ code: "NOT_FOUND" });
  expect(await send(foreign.people.manager, randomUUID())).toMatchObject({ code: "NOT_FOUND" });
  expect(
    await world.call(brand.people.manager, "notifications/sendLetter", { write: { ...about(), kind: "nothing" } }),
  ).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await state(brand.people.manager)).toMatchObject({ state: "none", at: null });
  await later(1_000);
  expect(catcher.mails).toEqual([]);
});

it("says what it lacks, and what the supplier's server refused", { timeout: 60_000 }, async () => {
  const { manager, administrator } = brand.people;
  const admin = await administrator.as();
  const mailTo = async (dispute_email: string | null) => {
    const { version } = await admin.get("sw_supplier", supplier);
    await admin.update("sw_supplier", { ...resource("sw_supplier", { dispute_email, version }, {}, supplier) });
  };
  await mailTo(null);
  expect((await send(manager)).answer).toEqual({ lacks: ["address"] });
  expect(await state(manager)).toMatchObject({ state: "none" });
  await mailTo("nobody@refused.example");
  await send(manager);
  expect(await ended(manager, "failed")).toMatchObject({ reason: { code: "mail_refused" } });
  await mailTo(address);
  await later(1_000);
  await send(manager);
  await ended(manager, "sent");
  expect(catcher.mails.map(({ to }) => to[0])).toEqual([address]);
});

it("survives the host: what was asked for goes out when it is back, once", { timeout: 120_000 }, async () => {
  const { manager } = brand.people;
  await refusedForNow(manager);
  await world.kill();
  catcher.behave("accept");
  await world.run([brand, foreign]);
  await ended(manager, "sent");
  await later(1_000);
  expect(catcher.mails).toHaveLength(1);
});

it("is not sent for somebody who has lost the right meanwhile", { timeout: 60_000 }, async () => {
  const { manager, administrator } = brand.people;
  await refusedForNow(manager);
  const admin = await administrator.as();
  const [row] = await admin.list(
    "user",
    new DrupalJsonApiParams().addFilter("id", manager.id).addFields("user--user", ["status", "version"]),
  );
  await admin.update("user", { ...resource("user", { status: false, version: row?.version }, {}, manager.id) });
  catcher.behave("accept");
  expect(await ended(administrator, "failed")).toMatchObject({ reason: { code: "mail_dropped" } });
  expect(catcher.mails).toEqual([]);
});
