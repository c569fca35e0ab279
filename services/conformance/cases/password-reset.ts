import { randomUUID } from "node:crypto";
import { Client, one, type Reply } from "../client.ts";
import { group } from "../suite.ts";
import type { World } from "../world.ts";
import { elsewhere } from "./sessions.ts";

const mails = "/jsonapi/account-mails";
const old = "nine quiet boats";
const fresh = "eleven quiet boats";

type From = Readonly<Record<string, string>>;

const json = (client: Client, path: string, body: unknown, headers: From = elsewhere()) =>
  client.send("POST", path, { body, type: "application/json", headers });
const ask = ({ base }: World, name: unknown, from?: From) => json(new Client(base), "/password-reset", { name }, from);
const confirm = ({ base }: World, body: unknown) => json(new Client(base), "/password-reset/confirm", body);

/** A user of the platform's services that may send these mails, and nothing else. */
async function mailer(world: World, attributes: object = {}, relationships: object = {}): Promise<Client> {
  const name = world.fresh("mailer");
  const common = { name, pass: world.password, status: true, user_type: "service", business_roles: ["account_mailer"] };
  (await world.platform.create("user", { ...common, ...attributes }, relationships)).is(201);
  const client = new Client(world.base);
  (await client.login(name, world.password)).is(200);
  return client;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

async function person(world: World, attributes: object = {}): Promise<Person> {
  const name = world.fresh("forgetful");
  const common = { name, pass: old, mail: `${name}@example.test`, status: true, full_name: "Forgetful", ...attributes };
  const given = { user_type: "internal", business_roles: ["manager"], preferred_langcode: "en", ...common };
  return { id: (await world.a.admin.create("user", given)).is(201).id, name };
}

const waiting = async (service: Client) => (await service.get(mails)).is(200).list("/meta/waiting").map(String);
const take = (service: Client, id: string) => service.post(mails, { meta: { id } });

/** Takes all that waits, oldest first. */
async function takeAll(service: Client): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let ids = await waiting(service); ids.length > 0; ids = await waiting(service))
    for (const id of ids) replies.push((await take(service, id)).is(200));
  return replies;
}

/** What is to be mailed because of it. */
async function mailed(service: Client, run: () => Promise<unknown>): Promise<Reply[]> {
  await takeAll(service);
  await run();
  return takeAll(service);
}

/** The link that a person is mailed who asks for it. */
async function link(world: World, service: Client, name: string): Promise<string> {
  const replies = await mailed(service, async () => (await ask(world, name)).is(202));
  const found = replies.map((reply) => reply.at("/meta/mail/token")).filter((token) => typeof token === "string");
  if (found.length !== 1) throw new Error(`${found.length} links for ${name}`);
  return found[0] ?? "";
}

const notValid = (reply: Reply) => reply.is(400).has("/message", "token: This link is not valid any more.");

async function signsIn({ base }: World, name: string, pass: string): Promise<boolean> {
  return (await new Client(base).login(name, pass, elsewhere())).status === 200;
}

export const passwordReset = group("password reset", (test) => {
  test("one answer for known, unknown and blocked names, and people without an address", async (world) => {
    const service = await mailer(world);
    const names = [
      (await person(world)).name,
      world.fresh("nobody"),
      (await person(world, { status: false })).name,
      (await person(world, { mail: null })).name,
      "admin",
    ];
    const texts = new Set<string>();
    const sent = await mailed(service, async () => {
      for (const name of names) {
        const reply = (await ask(world, name))
          .is(202)
          .header("cache-control", /no-store/)
          .header("set-cookie", null);
        texts.add(reply.text);
      }
    });
    if (texts.size !== 1) throw new Error([...texts].join("\n"));
    const told = sent.filter((reply) => reply.at("/meta/mail") !== null);
    if (told.length !== 1) throw new Error(`${told.length} mails`);
    told[0]
      ?.has("/meta/mail/kind", "password_reset")
      .has("/meta/mail/recipient/mail", `${names[0]}@example.test`)
      .has("/meta/mail/recipient/name", "Forgetful")
      .has("/meta/mail/recipient/language", "en")
      .has("/meta/mail/brand", world.a.id)
      .has("/meta/mail/token", /^[\w-]{43}$/)
      .has("/meta/mail/at", /^\d{4}-.*\+00:00$/);
  });
  test("the link sets a password once, ends all sessions, and the person is told", async (world) => {
    const service = await mailer(world);
    const { id, name } = await person(world);
    const open = new Client(world.base);
    (await open.login(name.toUpperCase(), old, elsewhere())).is(200);
    const token = await link(world, service, name);
    if (!(await signsIn(world, name, old))) throw new Error("Asking ended the password.");
    (await open.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(200);
    const told = await mailed(service, async () => {
      const reply = (await confirm(world, { token, pass: fresh })).is(204);
      reply.header("set-cookie", null);
    });
    told[0]
      ?.has("/meta/mail/kind", "password_changed")
      .has("/meta/mail/recipient/id", id)
      .has("/meta/mail/token", null);
    if (told.length !== 1) throw new Error(`${told.length} mails`);
    (await open.get("/jsonapi/sw_site/sw_site?page[limit]=1")).is(403);
    if ((await signsIn(world, name, old)) || !(await signsIn(world, name, fresh)))
      throw new Error("The old one counts.");
    notValid(await confirm(world, { token, pass: "twelve quiet boats" }));
  });
  test("who guessed too often may sign in with the new one", async (world) => {
    const service = await mailer(world);
    const { name } = await person(world);
    const from = elsewhere();
    for (let guess = 0; guess < 5; guess += 1) (await new Client(world.base).login(name, "wrong", from)).is(400);
    (await new Client(world.base).login(name, old, from)).is(403);
    (await confirm(world, { token: await link(world, service, name), pass: fresh })).is(204);
    (await new Client(world.base).login(name, fresh, from)).is(200);
  });
  test("who was created without a password gets a first one, which nobody else has seen", async (world) => {
    const service = await mailer(world);
    const { name } = await person(world, { pass: undefined });
    (await confirm(world, { token: await link(world, service, name), pass: fresh })).is(204);
    if (!(await signsIn(world, name, fresh))) throw new Error("It doesn't sign in.");
  });
  test("there is no other way to a new password: no page of the backend's own, no link of its own", async (world) => {
    const { base } = world;
    const { name } = await person(world);
    for (const path of [
      "/user/password",
      "/fr/user/password",
      "/user/reset/1",
      "/user/reset/1/1/x",
      "/user/reset/1/1/x/login",
    ]) {
      for (const reply of [
        await new Client(base).get(path),
        await new Client(base).send("POST", path, { body: { name } }),
      ])
        if (reply.status !== 403 && reply.status !== 404) reply.fail("403 or 404", String(reply.status));
    }
    (await json(new Client(base), "/user/password?_format=json", { name })).is(404);
  });
  test("of two who use a link at once one does", async (world) => {
    const service = await mailer(world);
    const { name } = await person(world);
    const token = await link(world, service, name);
    const replies = await Promise.all([1, 2, 3].map((n) => confirm(world, { token, pass: `${fresh} ${n}` })));
    const answers = replies.map(({ status }) => status).toSorted();
    if (answers.join() !== "204,400,400") replies[0]?.fail("204, 400, 400", answers.join());
  });
  test("a refused password is named, and leaves the link", async (world) => {
    const service = await mailer(world);
    const { name } = await person(world);
    const token = await link(world, service, name);
    for (const [pass, sentence] of [
      [undefined, "The password must be a text."],
      [null, "The password must be a text."],
      [["eleven quiet boats"], "The password must be a text."],
      ["short", "The password needs at least 8 characters."],
      [name.toUpperCase(), "The password must not be the sign-in name."],
      ["password1", "The password is one of the most common ones."],
    ])
      (await confirm(world, { token, pass })).is(422).has("/message", `pass: ${String(sentence)}`);
    (await confirm(world, { token, pass: fresh })).is(204);
  });
  test("another request, a changed password and a blocked person end it", async (world) => {
    const service = await mailer(world);
    const { admin } = world.a;
    const { id, name } = await person(world);
    const first = await link(world, service, name);
    (await ask(world, name.toUpperCase())).is(202);
    notValid(await confirm(world, { token: first, pass: fresh }));
    const second = await link(world, service, name);
    notValid(await confirm(world, { token: first, pass: fresh }));
    (await admin.update("user", id, { pass: fresh })).is(200);
    notValid(await confirm(world, { token: second, pass: old }));
    const third = await link(world, service, name);
    (await admin.update("user", id, { status: false })).is(200);
    notValid(await confirm(world, { token: third, pass: old }));
    (await admin.update("user", id, { status: true })).is(200);
    notValid(await confirm(world, { token: third, pass: old }));
  });
  test("a mail whose sending was interrupted is taken again; both links live until one is used", async (world) => {
    const service = await mailer(world);
    const { name } = await person(world);
    await takeAll(service);
    (await ask(world, name)).is(202);
    const [id = ""] = await waiting(service);
    const [first, second] = [(await take(service, id)).is(200), (await take(service, id)).is(200)];
    if ((await waiting(service)).includes(id)) throw new Error("It is offered again.");
    const tokens = [first, second].map((reply) => String(reply.at("/meta/mail/token")));
    if (tokens[0] === tokens[1]) throw new Error("Nobody keeps a token.");
    (await confirm(world, { token: tokens[0], pass: fresh })).is(204);
    notValid(await confirm(world, { token: tokens[1], pass: old }));
  });
  test("whatever is no link is one that is not valid", async (world) => {
    for (const token of [undefined, null, 7, "", "x", "x".repeat(43), "x".repeat(5000), ["x"], { a: 1 }, "\0", "é"])
      notValid(await confirm(world, { token, pass: fresh }));
  });
  test("what is no name, or no JSON: 400 that names it", async (world) => {
    for (const name of [undefined, null, 7, "", "  ", ["x"], {}, "a\0b", "x".repeat(255)])
      (await ask(world, name)).is(400).has("/message", /^name: /);
    for (const path of ["/password-reset", "/password-reset/confirm"]) {
      for (const raw of ["", "{", "[]", "7", "null", '"x"'])
        (await new Client(world.base).send("POST", path, { raw, type: "application/json", headers: elsewhere() }))
          .is(400)
          .has("/message", "The request body must be a JSON object.");
      (await new Client(world.base).get(path)).is(405).header("allow", "POST");
    }
  });
  test("five requests per name and address, fifty per address, known or not", async (world) => {
    const { name } = await person(world);
    for (const one of [name, world.fresh("nobody")]) {
      const from = elsewhere();
      for (let request = 0; request < 5; request += 1) (await ask(world, one, from)).is(202);
      (await ask(world, one.toUpperCase(), from)).is(429).header("retry-after", /^\d+$/);
      (await ask(world, one)).is(202);
    }
    const from = elsewhere();
    const replies = await Promise.all(Array.from({ length: 52 }, () => ask(world, world.fresh("nobody"), from)));
    const taken = replies.filter(({ status }) => status === 202).length;
    if (taken !== 50) replies.at(-1)?.fail("50 times 202", `${taken} times`);
  });
  test("a person is mailed ten links in six hours at most, wherever they are asked for", async (world) => {
    const service = await mailer(world);
    const { name } = await person(world);
    const sent = await mailed(service, async () => {
      for (let request = 0; request < 12; request += 1) (await ask(world, name)).is(202);
    });
    const told = sent.filter((reply) => reply.at("/meta/mail") !== null).length;
    if (told !== 10) sent[0]?.fail("10 mails", `${told} mails`);
  });
  test("nobody but a service's own user of the platform reads them, whatever roles say", async (world) => {
    const { a, platform, anonymous } = world;
    const brand = { brand: one("sw_brand", a.id) };
    const others = [
      await mailer(world, { user_type: "internal" }),
      await mailer(world, {}, brand),
      await mailer(world, { business_roles: ["platform_service"] }),
      await mailer(world, { business_roles: ["service"] }, brand),
    ];
    for (const client of [a.admin, a.manager, a.client, platform, ...others]) {
      (await client.get(mails)).problem({ status: 403, pointer: "/data" });
      (await take(client, randomUUID())).problem({ status: 403, pointer: "/data" });
    }
    (await anonymous.get(mails)).problem({ status: 401 });
    (await anonymous.post(mails, { meta: { id: randomUUID() } })).problem({ status: 401 });
    const role = await a.admin.create("sw_role", { role: "direction", granted: ["send account mails"] });
    if (role.status === 201) {
      const attributes = { business_roles: ["direction"], user_type: "service" };
      (await (await mailer(world, attributes, brand)).get(mails)).problem({ status: 403, pointer: "/data" });
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    }
  });
  test("the right reads nothing else", async (world) => {
    const service = await mailer(world);
    for (const type of ["sw_account", "sw_mail_template", "sw_journal_entry"])
      (await service.get(`/jsonapi/${type}/${type}`)).problem({ status: 403 });
    (await service.get("/jsonapi/sw_brand/sw_brand")).is(200).count(0);
    const users = (await service.get("/jsonapi/user/user")).is(200);
    users.never(world.a.users["administrator"] ?? "").never("@example.test");
    (await service.update("user", world.a.users["manager"] ?? "", { pass: fresh })).is(404);
    (await service.get("/jsonapi/outbox")).problem({ status: 403 });
  });
  test("malformed questions about mails: 400", async (world) => {
    const service = await mailer(world);
    for (const body of [{}, { meta: {} }, { meta: { id: "x" } }, { meta: { id: 7 } }, { meta: [] }, [], 7])
      (await service.post(mails, body)).problem({ status: 400 });
    (await take(service, randomUUID())).is(200).has("/meta/mail", null);
  });
  test("the link stands nowhere else", async (world) => {
    const service = await mailer(world);
    const { id, name } = await person(world);
    const token = await link(world, service, name);
    (await confirm(world, { token, pass: fresh })).is(204);
    const journal = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}`;
    for (const path of [`/jsonapi/user/user/${id}`, journal])
      (await world.a.admin.get(path)).is(200).never(token).never(fresh);
    (await service.get(mails)).is(200).never(token);
  });
});
