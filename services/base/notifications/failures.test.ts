import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { MailCatcher } from "../../stand-ins/mail-catcher/mail-catcher.ts";
import type { ShownJob } from "../jobs/failed-jobs.ts";
import { assign, bell, type Brand, inWorld, later, notice, type Person, until, type World } from "./testing/world.ts";

let catcher: MailCatcher;
let world: World;
let ours: Brand;
let theirs: Brand;

inWorld([["SoftWhere"], ["Connextoo"]], ({ brands, ...rest }) => {
  ({ catcher, world } = rest);
  [ours, theirs] = brands as [Brand, Brand];
});

const failedFor = async (person: Person) => ((await world.call(person, "jobs/failed")).answer ?? []) as ShownJob[];

describe("a mail server that misbehaves", () => {
  it("a mail that is refused for good is told to the administrator, and tried again when they say so", async () => {
    catcher.behave("refuse recipient");
    const tries = catcher.tries();
    await assign(ours, "Boîte inconnue", ours.people.support_n1);
    await until("a try", () => catcher.tries() > tries || undefined);
    catcher.behave("accept");
    const { administrator, manager, support_n1 } = ours.people;
    const [failed] = await until("the failed mail", async () => {
      const jobs = await failedFor(administrator);
      return jobs.length > 0 ? jobs : undefined;
    });
    expect(failed).toMatchObject({
      label: { en: "Notification mail" },
      code: "mail_refused",
      detail: expect.stringContaining("550"),
      row: { type: "user", id: support_n1.id, label: "support_n1 of SoftWhere" },
    });
    await later(1_500);
    expect(catcher.tries()).toBe(tries + 1);
    expect(catcher.mails).toEqual([]);

    // Nobody else sees it or has it repeated: for another brand's administrator it does not exist.
    const id = failed?.id ?? "";
    const stranger = theirs.people.administrator;
    expect((await world.call(manager, "jobs/failed")).code).toBe("FORBIDDEN");
    expect((await world.call(manager, "jobs/repeat", { write: { id } })).code).toBe("FORBIDDEN");
    expect(await failedFor(stranger)).toEqual([]);
    expect((await world.call(stranger, "jobs/repeat", { write: { id } })).code).toBe("NOT_FOUND");
    expect((await world.call(stranger, "jobs/repeat", { write: { id: "unknown" } })).code).toBe("NOT_FOUND");
    expect((await failedFor(world.platform)).map((job) => job.id)).toContain(id);

    const answers = await Promise.all([1, 2].map(() => world.call(administrator, "jobs/repeat", { write: { id } })));
    expect(answers.filter(({ code }) => code === undefined)).not.toEqual([]);
    await until("the mail", () => catcher.mails[0]);
    await later(500);
    expect(catcher.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("Boîte inconnue")]);
    expect(await failedFor(administrator)).toEqual([]);
  });

  it.each(["refuse for now", "drop during data", "accept and drop"] as const)(
    "%s: it is tried again, under the same Message-ID",
    { timeout: 30_000 },
    async (behaviour) => {
      catcher.behave(behaviour);
      const tries = catcher.tries();
      const task = await assign(ours, `Essai ${behaviour}`, ours.people.support_n1);
      await until("a try", () => catcher.tries() > tries || undefined);
      await later(600);
      catcher.behave("accept");
      const row = await notice(
        ours.people.support_n1,
        ({ subject_id, kind }) => subject_id === task && kind === "task_assigned",
      );
      await until(
        "the mail",
        () =>
          catcher.mails.filter(({ subject }) => subject.includes(behaviour)).length >=
            (behaviour === "accept and drop" ? 2 : 1) || undefined,
      );
      const ids = new Set(
        catcher.mails.filter(({ subject }) => subject.includes(behaviour)).map(({ messageId }) => messageId),
      );
      expect([...ids]).toEqual([`<${row.id}@softwhere.example>`]);
    },
  );

  it("one that is slow beyond the limit is given up, and asked again", { timeout: 30_000 }, async () => {
    catcher.behave("slow");
    await assign(ours, "Lentement", ours.people.support_n1);
    await until("a slow mail", () => catcher.mails.some(({ subject }) => subject.includes("Lentement")) || undefined);
    catcher.behave("accept");
    await until(
      "the repetition",
      () => catcher.mails.filter(({ subject }) => subject.includes("Lentement")).length >= 2 || undefined,
    );
    // A mail of the test before may still be tried again.
    const slow = catcher.mails.filter(({ subject }) => subject.includes("Lentement"));
    expect(new Set(slow.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe("kill -9", () => {
  it("loses nothing and tells nothing twice, at whatever moment it comes", { timeout: 180_000 }, async () => {
    const person = ours.people.support_n1;
    const titles: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const title = `Coup ${round} ${randomUUID().slice(0, 6)}`;
      titles.push(title);
      await assign(ours, title, person);
      // A moment more each round: before reading, while a group waits, while it is told, while the mail is on its way, after it.
      await later(round * 400);
      await world.kill();
      await world.run([ours]);
    }
    for (const title of titles)
      await until(
        `the mail ${title}`,
        () => catcher.mails.some(({ subject }) => subject.includes(title)) || undefined,
        60,
      );
    await later(2_000);
    const rows = await bell(person);
    for (const title of titles)
      expect(
        rows.filter(({ subject_label, kind }) => subject_label === title && kind === "task_assigned"),
      ).toHaveLength(1);
    // A mail whose sending was cut off may come twice; then its Message-ID says so.
    for (const title of titles)
      expect(
        new Set(catcher.mails.filter(({ subject }) => subject.includes(title)).map(({ messageId }) => messageId)).size,
      ).toBe(1);
  });
});
