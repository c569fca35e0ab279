import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LetterPreview, LetterState } from "../../../base/notifications/contract.ts";
import { type Brand, later, notice, ref, resource, until, World } from "../../../base/notifications/testing/world.ts";
import { type MailCatcher, startMailCatcher } from "../../../stand-ins/mail-catcher/mail-catcher.ts";
import { addDays, businessDay } from "../../../platform/day.ts";

/** What nobody outside may read: neither text nor amount is anywhere else here. */
const internal = "canari-interne";
const price = "4317.8900";

let catcher: MailCatcher;
let world: World;
let brand: Brand;

/** A step of a deployment of the brand's customer, and who is told of deployments there. */
async function step(kind: string, attributes: object = {}): Promise<string> {
  const admin = await brand.people.administrator.as();
  const [deployment, id] = [randomUUID(), randomUUID()];
  const named = { name: "Fibre — Brest", notes: internal };
  const account = { account: ref("sw_account", brand.account) };
  await admin.create("sw_deployment", resource("sw_deployment", named, account, deployment));
  const links = { deployment: ref("sw_deployment", deployment), owner: ref("user", brand.people.manager.id) };
  await admin.create("sw_milestone", resource("sw_milestone", { kind, ...attributes }, links, id));
  return id;
}

const ask = async (path: string, row: string, kind: string) =>
  (await world.call(brand.people.manager, `notifications/${path}`, { ask: { kind: `milestone_${kind}`, row } })).answer;
const send = (row: string, kind: string, by = brand.people.manager) =>
  world.call(by, "notifications/sendLetter", { write: { kind: `milestone_${kind}`, row } });

beforeAll(async () => {
  catcher = await startMailCatcher();
  world = await World.create(catcher.port);
  brand = await world.brand("SoftWhere", "fr", ["sw_telecom"]);
  await world.run([brand]);
}, 180_000);

afterAll(async () => {
  await world?.close();
  await catcher?.close();
});

it("goes once to who is assigned to deployments, in their language, and says nothing internal", {
  timeout: 60_000,
}, async () => {
  const admin = await brand.people.administrator.as();
  const row = await step("go_live", { blocked_by: internal });
  expect(await ask("letterPreview", row, "go_live")).toMatchObject({ lacks: ["address"], to: { name: "" } });

  const contact = randomUUID();
  const person = { first_name: "Wenna", last_name: "Cozic", email: "wenna@kervadec.example", locale: "en" };
  await admin.create(
    "sw_contact",
    resource("sw_contact", person, { account: ref("sw_account", brand.account) }, contact),
  );
  await admin.create(
    "sw_assignment",
    resource("sw_assignment", { purpose: "deployments" }, { contact: ref("sw_contact", contact) }),
  );
  const park = randomUUID();
  const operator = resource("sw_supplier", { name: "SFR", code: "sfr" });
  await admin.create("sw_supplier", operator);
  const links = { account: ref("sw_account", brand.account), operator: ref("sw_supplier", operator.id) };
  await admin.create("sw_park", resource("sw_park", { kind: "internet" }, links, park));
  const priced = { number: "+33298000001", sell_price: price, buy_price: price };
  await admin.create("sw_line", resource("sw_line", priced, { park: ref("sw_park", park) }));

  const { version } = await admin.get("sw_milestone", row);
  await admin.update(
    "sw_milestone",
    resource("sw_milestone", { status: "done", done_on: "2027-01-15", version }, {}, row),
  );
  const preview = (await ask("letterPreview", row, "go_live")) as LetterPreview;
  expect(preview).toMatchObject({ locale: "en", to: { name: "Wenna Cozic", address: person.email }, lacks: [] });
  expect(preview.text).toContain("has been in service since 15 January 2027");
  expect(await ask("letterPreview", row, "porting").catch(() => null)).toBeUndefined();
  expect(await send(row, "go_live", brand.people.support_n1)).toMatchObject({ code: "FORBIDDEN" });

  // A double click.
  await Promise.all([send(row, "go_live"), send(row, "go_live")]);
  await until("it is sent", async () =>
    ((await ask("letterState", row, "go_live")) as LetterState).state === "sent" ? true : undefined,
  );
  await later(1_000);
  expect(catcher.mails).toHaveLength(1);
  const [mail] = catcher.mails;
  expect(mail?.to).toEqual([person.email]);
  expect(mail?.subject).toBe("Fibre — Brest: Go-live");
  expect(JSON.stringify(mail)).not.toContain(internal);
  expect(JSON.stringify(mail)).not.toMatch(/4[\s.,\u00a0\u202f]?317/);
  expect(await admin.get("sw_milestone", row)).toMatchObject({ mailed_to: person.email });
});

it("what is late is told to its owner, with the customer", { timeout: 60_000 }, async () => {
  const row = await step("appointment", { due_on: addDays(businessDay(new Date()), -2) });
  expect(await notice(brand.people.manager, ({ kind }) => kind === "milestone_overdue")).toMatchObject({
    subject_id: row,
    subject_label: "appointment",
    account_label: "Groupe Kervadec",
  });
});
