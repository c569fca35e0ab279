import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { describe, expect, it } from "vitest";
import type { MailCatcher } from "../../stand-ins/mail-catcher/mail-catcher.ts";
import {
  assign,
  bell,
  type Brand,
  inWorld,
  later,
  notice,
  type Person,
  ref,
  resource,
  until,
  type World,
} from "./testing/world.ts";

let catcher: MailCatcher;
let world: World;
let ours: Brand;
let theirs: Brand;

inWorld([["SoftWhere"], ["Connextoo", "en"]], ({ brands, ...rest }) => {
  ({ catcher, world } = rest);
  [ours, theirs] = brands as [Brand, Brand];
});

const mailAbout = (text: string) =>
  until(`a mail about ${text}`, () => catcher.mails.find((mail) => mail.subject.includes(text)));
const follow = async (person: Person, account: string, channels = {}) =>
  (await person.as()).create(
    "sw_subscription",
    resource("sw_subscription", channels, { subscriber: ref("user", person.id), account: ref("sw_account", account) }),
  );
const choose = async (person: Person, kind: string, console: boolean, mail: boolean) =>
  (await person.as()).create(
    "sw_subscription",
    resource("sw_subscription", { kind, console, mail }, { subscriber: ref("user", person.id) }),
  );
const drop = async (person: Person, id: string) =>
  (await person.as()).operate([{ op: "remove", ref: { type: "sw_subscription--sw_subscription", id } }]);

describe("being told", () => {
  it("a task that is assigned rings once and arrives by mail, in French, from the brand, with a link to its host", async () => {
    const task = await assign(ours, "Rappeler Kervadec <urgent>", ours.people.support_n1);
    const row = await notice(ours.people.support_n1, ({ subject_id }) => subject_id === task);
    expect(row).toMatchObject({
      kind: "task_assigned",
      subject_label: "Rappeler Kervadec <urgent>",
      actor_name: "manager of SoftWhere",
      account_label: "Groupe Kervadec",
      subject_count: 1,
      read_at: null,
    });
    const mail = await mailAbout("Rappeler Kervadec");
    expect(mail).toMatchObject({
      from: "SoftWhere <bonjour@softwhere.example>",
      to: [ours.people.support_n1.mail],
      subject: "manager of SoftWhere vous a confié « Rappeler Kervadec <urgent> »",
      messageId: `<${row.id}@softwhere.example>`,
    });
    expect(mail.text).toContain(
      `https://softwhere-${ours.id.slice(0, 8)}.example/accounts/${ours.account}?panels=sw_task:${task}`,
    );
    expect(mail.text).toContain("Bonjour support_n1 of SoftWhere");
    expect(mail.html).toContain("&lt;urgent&gt;");
    expect(mail.html).not.toContain("<urgent>");
    expect(mail.html).toContain("#0a5c8f");
    await later(1_200);
    expect((await bell(ours.people.support_n1)).filter(({ subject_id }) => subject_id === task)).toHaveLength(1);
    expect(catcher.mails).toHaveLength(1);
  });

  it("in English where the person reads English", async () => {
    await assign(theirs, "Call back", theirs.people.support_n1);
    const mail = await mailAbout("Call back");
    expect(mail.subject).toBe("manager of Connextoo assigned you “Call back”");
    expect(mail.from).toBe("Connextoo <bonjour@connextoo.example>");
  });

  it("nobody is told of what they did themselves", async () => {
    await assign(ours, "Pour moi", ours.people.manager);
    const task = await assign(ours, "Pour un autre", ours.people.support_n1);
    await notice(ours.people.support_n1, ({ subject_id }) => subject_id === task);
    expect((await bell(ours.people.manager)).filter(({ subject_label }) => subject_label === "Pour moi")).toEqual([]);
  });

  it("another brand's people learn nothing", async () => {
    const before = (await bell(theirs.people.support_n1)).length;
    const task = await assign(ours, "Chez nous", ours.people.support_n1);
    await notice(ours.people.support_n1, ({ subject_id }) => subject_id === task);
    for (const person of Object.values(theirs.people).filter(({ id }) => id !== theirs.people.client.id))
      expect((await bell(person)).some(({ subject_label }) => subject_label === "Chez nous")).toBe(false);
    expect((await bell(theirs.people.support_n1)).length).toBe(before);
  });

  it("what somebody switched off stays off, in the console and by mail", async () => {
    const person = ours.people.support_n1;
    const { id } = await choose(person, "task_assigned", true, false);
    const quiet = await assign(ours, "Sans mail", person);
    await notice(person, ({ subject_id }) => subject_id === quiet);
    await drop(person, id);
    const off = await choose(person, "task_assigned", false, false);
    await assign(ours, "Rien du tout", person);
    await later(2_000);
    await drop(person, off.id);
    const seen = await assign(ours, "De nouveau", person);
    await notice(person, ({ subject_id }) => subject_id === seen);
    await mailAbout("De nouveau");
    expect(catcher.mails.map(({ subject }) => subject).join()).not.toMatch(/Sans mail|Rien du tout/);
    expect((await bell(person)).some(({ subject_label }) => subject_label === "Rien du tout")).toBe(false);
  });

  it("an account's salesperson and followers are told of it, others aren't; unfollowing ends it", async () => {
    const follower = ours.people.support_n1;
    const { id } = await follow(follower, ours.account);
    const manager = await ours.people.manager.as();
    await manager.update("sw_account", resource("sw_account", { status: "suspended" }, {}, ours.account));
    for (const person of [follower, ours.people.sales]) {
      expect(
        await notice(person, ({ kind, value }) => kind === "account_status" && value === "suspended"),
      ).toMatchObject({ subject_label: "Groupe Kervadec" });
    }
    await manager.update("sw_account", resource("sw_account", { status: "closed" }, {}, ours.other));
    await drop(follower, id);
    await (await ours.people.manager.as()).update(
      "sw_account",
      resource("sw_account", { status: "active" }, {}, ours.account),
    );
    await notice(ours.people.sales, ({ kind, value }) => kind === "account_status" && value === "active");
    expect((await bell(follower)).filter(({ value }) => value === "active" || value === "closed")).toEqual([]);
    expect((await bell(ours.people.accounting)).filter(({ kind }) => kind === "account_status")).toEqual([]);
  });

  it("a task that is due today is told the day it comes, once, one that is late as late", async () => {
    const person = ours.people.support_n1;
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date());
    const due = await assign(ours, "Échéance", person, { due_on: today });
    await notice(person, ({ kind, subject_id }) => kind === "task_due" && subject_id === due);
    await assign(ours, "Vieille échéance", person, { due_on: "2020-01-02" });
    await notice(person, ({ kind, subject_label }) => kind === "task_overdue" && subject_label === "Vieille échéance");
    await later(1_200);
    expect((await bell(person)).filter(({ kind }) => kind === "task_due")).toHaveLength(1);
  });
});

describe("rights", () => {
  it("who may not see the row is not told, whatever they follow", async () => {
    const admin = await ours.people.administrator.as();
    const person = ours.people.accounting;
    const { id } = await follow(person, ours.account);
    const role = await admin.create(
      "sw_role",
      resource("sw_role", {
        role: "accounting",
        granted: ["view sw_account", "view sw_notification"],
        denied: ["view sw_contact"],
      }),
    );
    await (await ours.people.manager.as()).create(
      "sw_contact",
      resource("sw_contact", { last_name: "Invisible" }, { account: ref("sw_account", ours.account) }),
    );
    await notice(ours.people.sales, ({ subject_label }) => subject_label === "Invisible");
    expect((await bell(person)).filter(({ kind }) => kind === "account_contact")).toEqual([]);
    await admin.operate([{ op: "remove", ref: { type: "sw_role--sw_role", id: role.id } }]);
    await drop(person, id);
  });

  it("a mail waiting for its server is not sent once the person may not see it any more", async () => {
    catcher.behave("refuse for now");
    const tries = catcher.tries();
    const task = await assign(ours, "Bientôt invisible", ours.people.support_n1);
    await until("a try", () => catcher.tries() > tries || undefined);
    await (await ours.people.administrator.as()).operate([
      { op: "remove", ref: { type: "sw_task--sw_task", id: task } },
    ]);
    catcher.behave("accept");
    await later(2_000);
    expect(catcher.mails.map(({ subject }) => subject).join()).not.toContain("Bientôt invisible");
  });
});

describe("templates", () => {
  it("a brand's own text is used for the next mail, the platform's where it names something unknown", async () => {
    const admin = await ours.people.administrator.as();
    const template = await admin.create(
      "sw_mail_template",
      resource("sw_mail_template", {
        kind: "task_assigned",
        locale: "fr",
        subject: "Du neuf : {subject}",
        body: "<b>{recipient}</b>, voyez {link}",
      }),
    );
    await assign(ours, "Au modèle", ours.people.support_n1);
    const mail = await mailAbout("Du neuf : Au modèle");
    expect(mail.html).toContain("&lt;b&gt;support_n1 of SoftWhere&lt;/b&gt;");
    await admin.update(
      "sw_mail_template",
      resource("sw_mail_template", { subject: "{montant} {subject}" }, {}, template.id),
    );
    await assign(ours, "Sans modèle", ours.people.support_n1);
    expect((await mailAbout("Sans modèle")).subject).toBe("manager of SoftWhere vous a confié « Sans modèle »");
    await admin.operate([{ op: "remove", ref: { type: "sw_mail_template--sw_mail_template", id: template.id } }]);
  });
});

describe("what is over", () => {
  it("what was read more than 90 days ago is removed; what nobody read, and what is younger, stays", async () => {
    const person = ours.people.support_n1;
    const service = await ours.people.service.as();
    const day = 86_400_000;
    const make = async (label: string, age: number, read: boolean) => {
      const row = resource(
        "sw_notification",
        {
          kind: "task_assigned",
          event_key: randomUUID(),
          subject_type: "sw_task",
          subject_label: label,
          occurred_at: new Date(Date.now() - age * day).toISOString().replace(/\.\d+Z/, "+00:00"),
        },
        { recipient: ref("user", person.id) },
      );
      await service.create("sw_notification", row);
      if (read)
        await (await person.as()).update("sw_notification", {
          type: row.type,
          id: row.id,
          attributes: { read_at: new Date().toISOString().replace(/\.\d+Z/, "+00:00") },
        });
    };
    await make("vieille non lue", 400, false);
    await make("jeune lue", 89, true);
    // More than one look at a time finds.
    await service.operate(
      Array.from({ length: 600 }, () => ({
        op: "add" as const,
        data: resource(
          "sw_notification",
          {
            kind: "task_assigned",
            event_key: randomUUID(),
            subject_type: "sw_task",
            subject_label: "vieille lue",
            read_at: "2020-02-01T10:00:00+00:00",
            occurred_at: "2020-01-01T10:00:00+00:00",
          },
          { recipient: ref("user", person.id) },
        ),
      })),
    );
    const labels = async () =>
      (
        await (
          await person.as()
        ).listAll("sw_notification", () =>
          new DrupalJsonApiParams().addFields("sw_notification--sw_notification", ["subject_label"]),
        )
      ).map((row) => row.subject_label);
    await make("vieille lue", 91, true);
    // Looked for every hour, and when a host starts.
    await world.kill();
    await world.run([ours, theirs]);
    await until("the removal", async () => (await labels()).every((label) => label !== "vieille lue") || undefined);
    expect(await labels()).toEqual(expect.arrayContaining(["vieille non lue", "jeune lue"]));
  });
});

describe("many at once", () => {
  it("a bulk run over 2,000 tasks in several requests of one id is one notification and one mail", {
    timeout: 120_000,
  }, async () => {
    const person = ours.people.sales;
    const manager = await ours.people.manager.as();
    const tasks = Array.from({ length: 2_000 }, (_, index) =>
      resource("sw_task", { title: `Task ${index}` }, { account: ref("sw_account", ours.account) }),
    );
    await manager.operate(tasks.map((data) => ({ op: "add", data })));
    const { id } = await choose(person, "task_assigned", true, true);
    for (let start = 0; start < tasks.length; start += 400) {
      await (await ours.people.manager.as("bulk-assign")).operate(
        tasks.slice(start, start + 400).map((task) => ({
          op: "update" as const,
          data: resource("sw_task", {}, { assignee: ref("user", person.id) }, task.id),
        })),
      );
    }
    const row = await until(
      "the notification of the run",
      async () => (await bell(person)).find(({ subject_count }) => subject_count === 2_000),
      120,
    );
    expect(row).toMatchObject({
      kind: "task_assigned",
      account_label: "Groupe Kervadec",
      actor_name: "manager of SoftWhere",
    });
    const mail = await mailAbout("2");
    expect(mail.subject.replace(/\s/g, " ")).toBe("manager of SoftWhere vous a confié 2 000 tâches");
    await later(2_000);
    expect((await bell(person)).filter(({ kind }) => kind === "task_assigned")).toHaveLength(1);
    expect(catcher.mails).toHaveLength(1);
    await drop(person, id);
  });
});
