import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type Brand,
  later,
  type Person,
  ref,
  resource,
  until,
  World,
} from "../../../../base/notifications/testing/world.ts";
import { type MailCatcher, startMailCatcher } from "../../../../stand-ins/mail-catcher/mail-catcher.ts";

/** An amount that nothing else here is. */
const canary = "4317.8900";
const canaries = /4[\s.,\u00a0\u202f]?317/;

let catcher: MailCatcher;
let world: World;
let brand: Brand;
let quiet: Brand;
let blind: Person;

const choose = async (person: Person) =>
  (await person.as()).create(
    "sw_subscription",
    resource(
      "sw_subscription",
      { kind: "control_digest", console: false, mail: true },
      { subscriber: ref("user", person.id) },
    ),
  );
const mailTo = (person: Person) => catcher.mails.filter(({ to }) => to.includes(person.mail));

beforeAll(async () => {
  catcher = await startMailCatcher();
  world = await World.create(catcher.port);
  brand = await world.brand("SoftWhere", "fr", ["sw_telecom"]);
  quiet = await world.brand("Connextoo", "en", ["sw_telecom"]);
  // The sales role sees no gap; here it does, and no margin.
  blind = brand.people.sales;
  const granted = ["view anomalies", "view sw_supplier", "view sw_subscription", "create sw_subscription"];
  const admin = await brand.people.administrator.as();
  await admin.create("sw_role", resource("sw_role", { role: "sales", granted }));
  const [supplier, invoice, row] = [randomUUID(), randomUUID(), randomUUID()];
  await admin.create("sw_supplier", resource("sw_supplier", { name: "Orange", code: "orange" }, {}, supplier));
  const of = { supplier: ref("sw_supplier", supplier) };
  await admin.create(
    "sw_supplier_invoice",
    resource(
      "sw_supplier_invoice",
      {
        number: "F-7",
        format: "csv",
        issued_on: "2026-11-05",
        total_net: canary,
        checked_net: "0.0000",
        line_count: 1,
        checked_count: 0,
        content_hash: "x",
      },
      of,
      invoice,
    ),
  );
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
    "sw_anomaly",
    resource(
      "sw_anomaly",
      { key: "k", check: "C3", period_start: "2026-10-01", period_end: "2026-10-31", amount: canary },
      { ...of, invoice_line: ref("sw_supplier_invoice_line", row) },
    ),
  );
  await admin.create(
    "sw_dispute",
    resource(
      "sw_dispute",
      { reference: "R-9", status: "answered", promised_on: "2026-01-31", claimed_amount: canary },
      of,
    ),
  );
  await admin.create(
    "sw_mail_template",
    resource("sw_mail_template", {
      kind: "control_digest",
      locale: "fr",
      subject: "{brand} : {sentence}",
      body: "Salut {recipient},\n\n{summary}\n\n{link}",
    }),
  );
  for (const person of [brand.people.accounting, blind, brand.people.support_n1, quiet.people.accounting])
    await choose(person);
}, 120_000);

afterAll(async () => {
  await world?.close();
  await catcher?.close();
});

it("once a week to those who want it, in the brand's words, without amounts for who may not see them", {
  timeout: 120_000,
}, async () => {
  const { accounting, manager, support_n1 } = brand.people;
  await world.run([brand, quiet]);
  await until("both mails", () => (mailTo(accounting).length > 0 && mailTo(blind).length > 0 ? true : undefined), 60);
  const [mail] = mailTo(accounting);
  expect(mail?.subject).toBe("SoftWhere : Contrôle facturation de la semaine");
  expect(mail?.from).toContain("bonjour@softwhere.example");
  expect(mail?.text).toContain("Salut accounting of SoftWhere,");
  expect(mail?.text).toMatch(/1 nouvel écart, 4\s317,89/);
  expect(mail?.text).toContain("- Ligne inconnue du parc (Orange) : 1");
  expect(mail?.text).toMatch(/R-9 \(Orange\), attendu le 31 janvier 2026, 4\s317,89/);
  expect(mail?.text).toContain("1 facture où rien n’a pu être contrôlé :\n- Orange F-7");
  expect(mail?.text).toMatch(/https:\/\/softwhere-[^/]+\.example\/steering/);

  const [without] = mailTo(blind);
  expect(without?.text).toContain("1 nouvel écart :");
  for (const part of [without?.subject, without?.text, without?.html]) {
    expect(part).not.toMatch(canaries);
    expect(part).not.toContain("€");
  }

  // Another host, and one that begins after a kill, finds the week's mails sent.
  await world.kill();
  await world.run([brand, quiet]);
  await later(6_000);
  // One whose sending was cut off may come twice; then its Message-ID says so.
  const sent = (person: Person) => new Set(mailTo(person).map(({ messageId }) => messageId)).size;
  expect([sent(accounting), sent(blind)]).toEqual([1, 1]);
  // Who may see no gap, who didn't choose it, and where there is nothing to say.
  expect([mailTo(support_n1), mailTo(manager), mailTo(quiet.people.accounting)]).toEqual([[], [], []]);
});
