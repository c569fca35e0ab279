import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { MailCatcher } from "./mail-catcher.ts";

const page = (
  content: unknown,
) => html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mails</title>
<style>body{font:15px/1.5 system-ui;margin:24px auto;max-width:900px;padding:0 12px}li{margin:6px 0}iframe{width:100%;height:520px;border:1px solid #ccc}pre{white-space:pre-wrap;background:#f3f4f6;padding:12px}</style></head><body>${content}</body></html>`;

/** The caught mails, for people and, as JSON below `/messages`, for tests. */
export function mailPages(catcher: MailCatcher): Hono {
  const app = new Hono();
  app.get("/", (context) =>
    context.html(
      page(
        html`<h1>Mails (${catcher.mails.length})</h1><ul>${[...catcher.mails].reverse().map((mail) => html`<li><a href="/messages/${mail.id}">${mail.subject}</a><br><small>${mail.date} · ${mail.from} → ${mail.to.join(", ")}</small></li>`)}</ul>`,
      ),
    ),
  );
  app.get("/messages", (context) => context.json(catcher.mails));
  app.delete("/messages", (context) => {
    catcher.clear();
    return context.body(null, 204);
  });
  app.get("/messages/:id", (context) => {
    const mail = catcher.mails.find(({ id }) => String(id) === context.req.param("id"));
    if (!mail) return context.notFound();
    const escaped = mail.html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    return context.html(
      page(
        html`<p><a href="/">All mails</a></p><h1>${mail.subject}</h1><p>${mail.from} → ${mail.to.join(", ")}<br><small>${mail.date} · ${mail.messageId}</small></p><iframe sandbox title="HTML" srcdoc="${raw(escaped)}"></iframe><pre>${mail.text}</pre>`,
      ),
    );
  });
  return app;
}
