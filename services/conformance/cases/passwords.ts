import { Client, one } from "../client.ts";
import { group } from "../suite.ts";
import type { World } from "../world.ts";
import { elsewhere } from "./sessions.ts";

const pointer = "/data/attributes/pass";
const good = "nine quiet boats";

/** What nobody may have as a password, and what they are told. */
const refused: readonly (readonly [unknown, string])[] = [
  [null, "The password must be a text."],
  [12_345_678, "The password must be a text."],
  [true, "The password must be a text."],
  [[], "The password must be a text."],
  [["a-word-of-mine"], "The password must be a text."],
  [{}, "The password must be a text."],
  [{ value: 12_345_678 }, "The password must be a text."],
  [{ value: "a-word-of-mine", pre_hashed: true }, "The password must be a text."],
  ["", "The password needs at least 8 characters."],
  ["x", "The password needs at least 8 characters."],
  ["seven-7", "The password needs at least 8 characters."],
  ["😀😀😀😀😀😀😀", "The password needs at least 8 characters."],
  ["          ", "The password must not begin or end with a blank."],
  [" a-word-of-mine", "The password must not begin or end with a blank."],
  ["a-word-of-mine\u00a0", "The password must not begin or end with a blank."],
  ["é".repeat(256), "The password can have at most 255 characters."],
  ["Password1", "The password is one of the most common ones."],
  ["1234567890", "The password is one of the most common ones."],
];

async function person({ a }: World, name: string, attributes: object = { pass: good }): Promise<string> {
  const common = { name, status: true, user_type: "internal", business_roles: ["manager"] };
  return (await a.admin.create("user", { ...common, ...attributes })).is(201).id;
}

async function signsIn({ base }: World, name: string, pass: unknown): Promise<boolean> {
  const reply = await new Client(base).send("POST", "/user/login?_format=json", {
    body: { name, pass },
    type: "application/json",
    headers: elsewhere(),
  });
  if (reply.status !== 200) reply.is(400);
  return reply.status === 200;
}

async function expectSignIn(world: World, name: string, pass: unknown, expected: boolean): Promise<void> {
  if ((await signsIn(world, name, pass)) !== expected)
    throw new Error(`Expected ${JSON.stringify(pass)} ${expected ? "" : "not "}to sign ${name} in.`);
}

export const passwords = group("passwords", (test) => {
  test("a new user's password keeps the rule", async (world) => {
    const { a, fresh } = world;
    for (const [pass, sentence] of refused) {
      const attributes = { name: fresh("refused"), pass, status: true, user_type: "internal" };
      (await a.admin.create("user", attributes)).problem({ status: 422, pointer, detail: `pass: ${sentence}` });
      await expectSignIn(world, attributes.name, typeof pass === "string" && pass !== "" ? pass : "12345678", false);
    }
  });
  test("a changed password keeps the rule, and the old one stays", async (world) => {
    const { a, fresh } = world;
    const name = fresh("changed");
    const id = await person(world, name);
    for (const [pass, sentence] of refused)
      (await a.admin.update("user", id, { pass })).problem({ status: 422, pointer, detail: `pass: ${sentence}` });
    await expectSignIn(world, name, good, true);
    (await a.admin.update("user", id, { pass: "ten quiet boats" })).is(200);
    await expectSignIn(world, name, good, false);
    await expectSignIn(world, name, "ten quiet boats", true);
  });
  test("in a batch the pointer names the operation, and nothing is written", async ({ a, fresh }) => {
    const name = fresh("batch");
    const data = { type: "user--user", attributes: { name, pass: "short", status: true, user_type: "internal" } };
    (await a.admin.operations([{ op: "add", data }])).problem({
      status: 422,
      pointer: `/atomic:operations/0${pointer}`,
      detail: "pass: The password needs at least 8 characters.",
    });
    (await a.admin.get(`/jsonapi/user/user?filter[name]=${name}`)).is(200).count(0);
  });
  test("the password is not the sign-in name, the new one included", async (world) => {
    const { a, fresh } = world;
    const name = fresh("same-as-Name");
    const problem = { status: 422, pointer, detail: "pass: The password must not be the sign-in name." };
    const attributes = { name, pass: name.toUpperCase(), status: true, user_type: "internal" };
    (await a.admin.create("user", attributes)).problem(problem);
    const id = await person(world, name);
    (await a.admin.update("user", id, { pass: name })).problem(problem);
    const renamed = fresh("other-name");
    (await a.admin.update("user", id, { name: renamed, pass: renamed })).problem(problem);
  });
  test("names of the product, the brand and roles are no password alone, with whatever figures and signs", async (world) => {
    const { a, platform, suffix, fresh } = world;
    const problem = {
      status: 422,
      pointer,
      detail: "pass: The password must be more than names of the product, the brand and roles.",
    };
    const brand = suffix.replace(/\d/g, "");
    const id = await person(world, fresh("worded"));
    for (const pass of [
      "SoftWhere",
      "softwhere-2026!",
      "administrateur",
      "Platform administrator 1",
      `Brand A ${brand} 2026`,
      `BRAND-a-${brand}-SoftWhere`,
    ]) {
      (await a.admin.update("user", id, { pass })).problem(problem);
      const attributes = { name: fresh("worded"), pass, status: true, user_type: "internal" };
      (await a.admin.create("user", attributes)).problem(problem);
      (await platform.create("user", attributes, { brand: one("sw_brand", a.id) })).problem(problem);
    }
    // Another brand's name is a word like others, and so is one more letter.
    for (const pass of [`Brand B ${brand} 2026`, "softwheres", "administrateurs-2026"])
      (await a.admin.update("user", id, { pass })).is(200);
  });
  test("255 characters count, whatever their bytes, to the last one", async (world) => {
    for (const letter of ["a1", "é", "😀"]) {
      const name = world.fresh("long");
      const pass = letter.repeat(letter.length === 2 && letter === "a1" ? 127 : 254);
      await person(world, name, { pass: `${pass}x` });
      await expectSignIn(world, name, `${pass}x`, true);
      await expectSignIn(world, name, `${pass}y`, false);
    }
  });
  test("without a password nobody signs in, until one is set", async (world) => {
    const { a, fresh } = world;
    const name = fresh("without");
    const id = await person(world, name, {});
    for (const pass of ["", " ", "null", "*", good]) await expectSignIn(world, name, pass, false);
    (await a.admin.update("user", id, { full_name: "Without" })).is(200);
    await expectSignIn(world, name, "", false);
    (await a.admin.update("user", id, { pass: good })).is(200);
    await expectSignIn(world, name, good, true);
  });
  test("a change of something else leaves it", async (world) => {
    const name = world.fresh("kept");
    const id = await person(world, name);
    (await world.a.admin.update("user", id, { full_name: "Kept" })).is(200);
    await expectSignIn(world, name, good, true);
  });
  test("one's own takes the present one", async (world) => {
    const name = world.fresh("own");
    const id = await person(world, name);
    const client = new Client(world.base);
    (await client.login(name, good, elsewhere())).is(200);
    const value = "eleven quiet boats";
    for (const pass of [value, { value }, { value, existing: "nine loud boats" }, { value, existing: 9 }])
      (await client.update("user", id, { pass })).problem({ status: 422, pointer });
    (await client.update("user", id, { pass: { value: "short", existing: good } })).problem({
      status: 422,
      pointer,
      detail: "pass: The password needs at least 8 characters.",
    });
    (await client.update("user", id, { pass: { value, existing: good } })).is(200);
    await expectSignIn(world, name, value, true);
    await expectSignIn(world, name, good, false);
  });
  test("who may not set one hears that first", async ({ a, fresh }) => {
    (await a.manager.create("user", { name: fresh("u"), pass: "x" })).problem({ status: 403 });
    (await a.manager.update("user", a.users["support_n1"] ?? "", { pass: "x" })).problem({ status: 403 });
  });
  test("a platform's user is no exception", async ({ platform, a, fresh }) => {
    const attributes = { name: fresh("u"), pass: "x", status: true, user_type: "internal" };
    (await platform.create("user", attributes, { brand: one("sw_brand", a.id) })).problem({ status: 422, pointer });
  });
  test("nothing but texts signs in", async (world) => {
    const name = world.fresh("typed");
    await person(world, name, { pass: "00000012" });
    for (const pass of [null, 12, 0, true, ["00000012"], { value: "00000012" }, [], {}])
      await expectSignIn(world, name, pass, false);
    for (const odd of [null, 12, true, [name], { value: name }]) {
      const reply = await new Client(world.base).send("POST", "/user/login?_format=json", {
        body: { name: odd, pass: "00000012" },
        type: "application/json",
        headers: elsewhere(),
      });
      reply.is(400);
    }
  });
});
