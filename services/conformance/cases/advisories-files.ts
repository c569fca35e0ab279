import type { Client } from "../client.ts";
import { one, type Reply } from "../client.ts";
import { group } from "../suite.ts";
import { harmless } from "../harmless.ts";

function upload(client: Client, path: string, filename: string, content = "x"): Promise<Reply> {
  return client.send("POST", path, {
    raw: new TextEncoder().encode(content),
    type: "application/octet-stream",
    headers: { "Content-Disposition": Buffer.from(`file; filename="${filename}"`, "utf8").toString("latin1") },
  });
}

/** Names that a server must not keep as they are. */
const corpus = [
  "shell.php",
  "shell.PHP",
  "shell.php.txt",
  "shell.txt.php",
  "shell.phtml",
  "shell.phar",
  "shell.phar.txt",
  "shell.php%00.txt",
  "shell.php .txt",
  "shell.",
  ".htaccess",
  ".user.ini",
  "web.config",
  "shell.svg",
  "page.html",
  "page.htm.txt",
  "script.js",
  "run.exe",
  "run.sh.txt",
  "../../../settings.txt",
  "..\\..\\settings.txt",
  "/etc/passwd.txt",
  "C:\\boot.txt",
  "a/b/c.txt",
  "\u202Etxt.exe.txt",
  "invoice\u202Efdp.txt",
  "na\u0301me é.txt",
  "ｆｕｌｌ.txt",
  `${"x".repeat(300)}.txt`,
  " .txt",
  "con.txt",
  "a;b.txt",
  "a<b>.txt",
  "a|b.txt",
  "%2e%2e%2fx.txt",
  "{{7*7}}.txt",
  "$(id).txt",
  "=cmd.txt",
] as const;

export const advisoriesOnFiles = group("advisories", (test) => {
  test("nothing of the code is given out or run", async ({ anonymous, a }) => {
    for (const path of [
      "/sites/default/settings.php",
      "/sites/default/settings%2Ephp",
      "/sites/default/settings.php/x",
      "/core/install.php",
      "/core/rebuild.php",
      "/core/composer.json",
      "/composer.json",
      "/.ht.router.php",
      "/core/lib/Drupal.php",
      "/modules/custom/sw_base/sw_base.module",
      "/modules/custom/sw_base/sw_base.services.yml",
      "/modules/custom/sw_base/README.md",
      "/modules/custom/sw_base/entity_model.schema.json",
    ])
      for (const client of [anonymous, a.admin]) (await client.get(path)).is(404).never("<?php").never("require");
  });
  test("SA-CORE-2026-009, 2021-008, 2020-012 the same names at both upload addresses", async ({ a, fresh }) => {
    const { id } = (
      await a.admin.create("sw_document", { title: fresh("d") }, { account: one("sw_account", a.ids["alpha"] ?? "") })
    ).is(201);
    for (const name of corpus) {
      const [first, second] = [
        await upload(a.admin, "/jsonapi/sw_document/sw_document/file", name),
        await upload(a.admin, `/jsonapi/sw_document/sw_document/${id}/file`, name),
      ];
      for (const reply of [first, second]) {
        if (reply.status >= 400) {
          harmless(reply);
          continue;
        }
        const stored = String(reply.at("/data/attributes/filename"));
        if (/[\\/\0]|^\.|\.\.|\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(stored))
          reply.fail("a plain file name", stored);
        if (
          /\.(?:php\d?|phtml|phar|htaccess|exe|html?|svg|js|sh|config|ini)$/i.test(stored) ||
          /\.(?:php|phtml|phar|sh|exe|html?|js)\./i.test(stored)
        )
          reply.fail("no name that runs", stored);
        reply.has("/data/attributes/uri/value", /^private:\/\/[^\\]+$/);
      }
      if (first.status >= 400 !== second.status >= 400)
        second.fail(`both to take ${name} or none (${first.status})`, String(second.status));
    }
  });
  test("an SVG with a script is served as no page", async ({ platform, a }) => {
    const reply = harmless(
      await upload(
        platform,
        "/jsonapi/sw_brand/sw_brand/logo",
        "logo.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ),
    );
    if (reply.status >= 400) return;
    const served = (await platform.get(String(reply.at("/data/attributes/uri/url"))))
      .is(200)
      .header("x-content-type-options", "nosniff");
    const policy = served.headers.get("content-security-policy") ?? "";
    if (
      !/attachment/.test(served.headers.get("content-disposition") ?? "") &&
      !/sandbox|default-src 'none'/.test(policy)
    )
      served.fail("an attachment, or a policy that forbids scripts", policy);
    (await a.admin.get(String(reply.at("/data/attributes/uri/url")))).is(404);
  });
  test("SA-CORE-2026-010, 2025-008, 2023-005 downloads: who may, and what may be kept", async ({
    a,
    b,
    anonymous,
    fresh,
  }) => {
    const file = (
      await upload(a.admin, "/jsonapi/sw_document/sw_document/file", `${fresh("secret")}.txt`, "canary content")
    ).is(201);
    const url = String(file.at("/data/attributes/uri/url"));
    (
      await a.admin.create(
        "sw_document",
        { title: fresh("d") },
        { file: one("file", file.id), account: one("sw_account", a.ids["beta"] ?? "") },
      )
    ).is(201);
    for (const [client, status] of [
      [a.admin, 200],
      [a.manager, 200],
      [a.client, 404],
      [b.admin, 404],
      [anonymous, 404],
      [a.admin, 200],
    ] as const) {
      for (const method of ["GET", "HEAD"]) {
        const reply = (await client.send(method, url)).is(status);
        if (/public|max-age=[1-9]|s-maxage/.test(reply.headers.get("cache-control") ?? ""))
          reply.fail("nothing that others may keep", String(reply.headers.get("cache-control")));
        if (status === 200)
          reply
            .header("cache-control", /private/)
            .header("cache-control", /no-store/)
            .header("x-content-type-options", "nosniff");
        else reply.never("canary");
      }
    }
    for (const odd of [
      `${url}?itok=x`,
      `${url}/`,
      url.replace("/system/files/", "/sites/default/files/"),
      url.replace("/system/files/", "/system/files/styles/thumbnail/private/"),
      url.replace("/system/files/", "/system/files/../files/"),
      url.toUpperCase(),
      `${url}%00`,
    ]) {
      const reply = harmless(await a.client.get(odd)).never("canary");
      if (reply.status < 300) reply.fail("no file", String(reply.status));
    }
  });
});
