import { group } from "../suite.ts";

export const entryPoint = group("entry-point", (test) => {
  test("A01 anonymous: types with absolute links, no meta", async (world) => {
    const reply = (await world.anonymous.get("/jsonapi")).is(200);
    reply.header("content-type", "application/vnd.api+json").has("/data", []).speaksJsonApi().lacks("/meta");
    reply
      .has("/links/sw_site--sw_site/href", `${world.base}/jsonapi/sw_site/sw_site`)
      .has("/links/self/href", `${world.base}/jsonapi`);
  });
  test("A02 signed in: meta.links.me", async ({ a, base }) => {
    const reply = (await a.manager.get("/jsonapi")).is(200);
    reply
      .has("/meta/links/me/meta/id", a.users["manager"])
      .has("/meta/links/me/href", `${base}/jsonapi/user/user/${a.users["manager"]}`);
  });
  test("A07 unknown type: an HTML page", async ({ a }) => {
    (await a.admin.get("/jsonapi/nope/nope")).is(404).header("content-type", /^text\/html/);
  });
  test("A08 trailing slash accepted", async ({ anonymous }) => void (await anonymous.get("/jsonapi/")).is(200));
  test("config entities have no routes", async ({ a }) => {
    (await a.admin.get("/jsonapi/user_role/user_role")).is(404);
    (await a.admin.get("/jsonapi/action/action")).is(404);
  });
  test("the slash is escaped in the JSON", async ({ anonymous }) => {
    const reply = await anonymous.get("/jsonapi");
    if (!reply.text.includes("\\/jsonapi\\/sw_site")) reply.fail("slashes written as \\/", "plain slashes");
  });
  test("every type of the model, users and files, and nothing else", async ({ anonymous }) => {
    const reply = (await anonymous.get("/jsonapi")).is(200);
    for (const type of [
      "sw_account--sw_account",
      "sw_journal_entry--sw_journal_entry",
      "sw_notification--sw_notification",
      "user--user",
      "file--file",
    ])
      reply.exists(`/links/${type}`);
    for (const type of ["node--article", "user_role--user_role", "action--action", "view--view", "menu--menu"])
      reply.lacks(`/links/${type}`);
  });
});
