import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { MailCatcher } from "../../stand-ins/mail-catcher/mail-catcher.ts";
import { type Brand, inWorld, later, type Person, resource, until, type World } from "./testing/world.ts";

let catcher: MailCatcher;
let world: World;
let french: Brand;
let english: Brand;

inWorld([["SoftWhere"], ["Connextoo", "en"]], ({ brands, ...rest }) => {
  ({ catcher, world } = rest);
  [french, english] = brands as [Brand, Brand];
});

const loginOf = ({ mail }: Person) => mail.replace("@example.test", "");

/** As the console asks, from an address of its own. */
async function post(path: string, body: object): Promise<number> {
  const part = () => 1 + Math.floor(Math.random() * 250);
  const response = await fetch(`${world.baseUrl}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": `10.${part()}.${part()}.${part()}` },
    body: JSON.stringify(body),
  });
  return response.status;
}

const ask = (name: string) => post("/password-reset", { name });
const mailsTo = ({ mail }: Person) => catcher.mails.filter(({ to }) => to.includes(mail));
const mailTo = (person: Person, subject: RegExp) =>
  until("the mail", () => mailsTo(person).find((mail) => subject.test(mail.subject)));
const tokenOf = (text: string) => /#([\w-]{43})$/m.exec(text)?.[1] ?? "";

describe("a forgotten password", () => {
  it("the link comes in the brand's name, language and colour, works once, and its use is told", async () => {
    const person = french.people.sales;
    expect(await ask(loginOf(person))).toBe(202);
    const mail = await mailTo(person, /nouveau mot de passe/);
    expect(mail).toMatchObject({
      from: "SoftWhere <bonjour@softwhere.example>",
      subject: "Choisir un nouveau mot de passe pour SoftWhere",
    });
    expect(mail.text).toContain("dans les 10 minutes");
    expect(mail.text).toMatch(/^https:\/\/softwhere-[0-9a-f]{8}\.example\/login\/new-password#[\w-]{43}$/m);
    expect(mail.html).toContain("#0a5c8f");
    expect(mail.html).toContain("Choisir un mot de passe");
    const token = tokenOf(mail.text);
    expect(await post("/password-reset/confirm", { token, pass: "nine quiet boats" })).toBe(204);
    expect(await post("/password-reset/confirm", { token, pass: "nine quiet boats" })).toBe(400);
    const told = await mailTo(person, /a été changé/);
    expect(told.text).toMatch(/changé le \d{1,2} .+ 20\d\d/);
    expect(told.text).toMatch(/^https:\/\/softwhere-[0-9a-f]{8}\.example\/login$/m);
    await later(2_500);
    expect(mailsTo(person)).toHaveLength(2);
  });

  it("speaks the person's language, with the brand's own text where it has one that leads anywhere", async () => {
    const admin = await english.people.administrator.as();
    const template = (kind: string, subject: string, body: string) =>
      admin.create("sw_mail_template", resource("sw_mail_template", { kind, locale: "en", subject, body }));
    await template("password_reset", "Key for {brand}", "{recipient}, {minutes} minutes:\n\n{link}");
    await template("password_changed", "Changed {actor}", "x");
    await ask(loginOf(english.people.sales));
    const mail = await mailTo(english.people.sales, /^Key for Connextoo$/);
    expect(mail.text).toContain("sales of Connextoo, 10 minutes:");
    await post("/password-reset/confirm", { token: tokenOf(mail.text), pass: "nine quiet boats" });
    await mailTo(english.people.sales, /^Your password for Connextoo was changed$/);
    await admin.update("user", {
      type: "user--user",
      id: english.people.manager.id,
      attributes: { pass: "eleven quiet boats" },
    });
    await mailTo(english.people.manager, /was changed$/);
  });

  it("nobody is written to for a name that nobody has, a blocked person or a service's user", async () => {
    const admin = await french.people.administrator.as();
    const { client, accounting } = french.people;
    await admin.update("user", { type: "user--user", id: client.id, attributes: { status: false } });
    for (const name of [randomUUID(), loginOf(client), `service-${french.id}`, "admin"])
      expect(await ask(name)).toBe(202);
    await ask(loginOf(accounting));
    await mailTo(accounting, /nouveau mot de passe/);
    expect(catcher.mails).toHaveLength(1);
  });
});

describe("a mail server that misbehaves", () => {
  it.each(["refuse for now", "accept and drop"] as const)(
    "%s: tried again, and every link that came works",
    async (behaviour) => {
      const person = english.people.support_n1;
      catcher.behave(behaviour);
      const tries = catcher.tries();
      await ask(loginOf(person));
      await until("a try", () => catcher.tries() > tries || undefined);
      await later(300);
      catcher.behave("accept");
      const wanted = behaviour === "accept and drop" ? 2 : 1;
      const mails = await until("the mail", () => (mailsTo(person).length >= wanted ? mailsTo(person) : undefined));
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
      for (const { text } of mails)
        expect(await post("/password-reset/confirm", { token: tokenOf(text), pass: "short" })).toBe(422);
    },
  );
});

describe("kill -9", () => {
  it("loses no link and mails none twice, at whatever moment it comes", { timeout: 120_000 }, async () => {
    const person = french.people.manager;
    for (let round = 0; round < 4; round += 1) {
      catcher.clear();
      await ask(loginOf(person));
      await later(round * 700);
      await world.kill();
      await world.run([french]);
      const mail = await mailTo(person, /nouveau mot de passe/);
      await later(1_500);
      // One whose sending was cut off may come twice; then its Message-ID says so.
      expect(new Set(mailsTo(person).map(({ messageId }) => messageId)).size).toBe(1);
      expect(await post("/password-reset/confirm", { token: tokenOf(mail.text), pass: "short" })).toBe(422);
    }
  });
});
