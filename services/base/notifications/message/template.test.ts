import { describe, expect, test } from "vitest";
import { placeOf, sentenceOf, type Told } from "./sentence.ts";
import { defaultTemplates, renderMail, unknownPlaceholders } from "./template.ts";

const told: Told = {
  kind: "task_assigned",
  subjectType: "sw_task",
  subjectId: "11111111-1111-4111-8111-111111111111",
  subjectLabel: "Rappeler",
  subjectCount: 1,
  value: null,
  accountId: "22222222-2222-4222-8222-222222222222",
  accountLabel: "Groupe Kervadec",
  accountCount: 1,
  actorName: "Anne Jaffré",
  occurredAt: "2026-03-01T10:00:00+00:00",
};
const about = {
  told,
  recipient: "Jules Cozic",
  link: "https://softwhere.example/accounts/1?panels=sw_task:2&x=1",
  locale: "fr" as const,
  brand: { name: "SoftWhere", primaryColor: "#0a5c8f" },
};

describe("sentences", () => {
  test.each<[Partial<Told>, string, string]>([
    [{}, "Anne Jaffré vous a confié « Rappeler »", "Anne Jaffré assigned you “Rappeler”"],
    [{ subjectCount: 3, subjectId: null }, "Anne Jaffré vous a confié 3 tâches", "Anne Jaffré assigned you 3 tasks"],
    [{ actorName: null }, "Quelqu’un vous a confié « Rappeler »", "Someone assigned you “Rappeler”"],
    [
      { kind: "account_status", subjectType: "sw_account", subjectLabel: "Groupe Kervadec", value: "suspended" },
      "Anne Jaffré a passé Groupe Kervadec au statut « Suspendu »",
      "Anne Jaffré set Groupe Kervadec to “Suspended”",
    ],
    [
      { kind: "account_contact", subjectType: "sw_contact", subjectCount: 120, subjectId: null },
      "Anne Jaffré a ajouté 120 contacts à Groupe Kervadec",
      "Anne Jaffré added 120 contacts to Groupe Kervadec",
    ],
    [
      {
        kind: "account_contact",
        subjectType: "sw_contact",
        subjectCount: 1200,
        subjectId: null,
        accountLabel: null,
        accountCount: 12,
      },
      "Anne Jaffré a ajouté 1 200 contacts à 12 comptes",
      "Anne Jaffré added 1,200 contacts to 12 accounts",
    ],
    [
      { kind: "account_contact", subjectType: "sw_contact", subjectLabel: "+33639984107" },
      "Anne Jaffré a ajouté le contact 06 39 98 41 07 à Groupe Kervadec",
      "Anne Jaffré added the contact 06 39 98 41 07 to Groupe Kervadec",
    ],
    [{ kind: "gone_meanwhile" }, "", ""],
  ])("%o", (change, fr, en) => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
    expect(plain(sentenceOf({ ...told, ...change }, "fr"))).toBe(fr);
    expect(plain(sentenceOf({ ...told, ...change }, "en"))).toBe(en);
  });

  test.each<[Partial<Told>, string]>([
    [{}, `/accounts/${told.accountId}?panels=sw_task:${told.subjectId}`],
    [{ accountId: null }, `/lists/sw_task?panels=sw_task:${told.subjectId}`],
    [{ subjectCount: 3 }, `/accounts/${told.accountId}`],
    [{ subjectCount: 3, accountId: null }, "/lists/sw_task"],
    [{ kind: "account_status", subjectType: "sw_account" }, `/accounts/${told.subjectId}`],
  ])("%o is shown at %s", (change, place) => expect(placeOf({ ...told, ...change })).toBe(place));
});

describe("templates", () => {
  test("the platform's text, in text and HTML", () => {
    const mail = renderMail(defaultTemplates.fr, about);
    expect(mail.subject).toBe("Anne Jaffré vous a confié « Rappeler »");
    expect(mail.text).toContain(`Bonjour Jules Cozic,\n\nAnne Jaffré vous a confié « Rappeler ».\n\n${about.link}`);
    expect(mail.html).toContain('href="https://softwhere.example/accounts/1?panels=sw_task:2&amp;x=1"');
    expect(mail.html).toContain("Ouvrir dans SoftWhere");
    expect(mail.html).toContain("background:#0a5c8f;color:#ffffff");
  });

  test("what is put in is escaped, and so is the template", () => {
    const { html, subject } = renderMail(
      { subject: "{subject}\r\nBcc: x@y", body: "<script>{subject}</script>" },
      { ...about, told: { ...told, subjectLabel: '<img src=x onerror="alert(1)">' } },
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&lt;/script&gt;");
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test("a value that looks like a placeholder stays what it is", () => {
    expect(
      renderMail(
        { subject: "{subject}", body: "x" },
        { ...about, told: { ...told, subjectLabel: "{recipient} {link}" } },
      ).subject,
    ).toBe("{recipient} {link}");
  });

  test("a light brand colour gets dark text, no colour a neutral one", () => {
    expect(renderMail(defaultTemplates.fr, { ...about, brand: { name: "B", primaryColor: "#ffe08a" } }).html).toContain(
      "background:#ffe08a;color:#000000",
    );
    expect(
      renderMail(defaultTemplates.fr, { ...about, brand: { name: "B", primaryColor: "red;x:url(//e)" } }).html,
    ).not.toContain("url(");
  });

  test("unknown placeholders are named as they are written, once", () => {
    expect(unknownPlaceholders("{recipient} {montant} {Subject} {} {montant} { link }")).toEqual([
      "{montant}",
      "{Subject}",
      "{}",
      "{ link }",
    ]);
    expect(
      unknownPlaceholders("{recipient} {sentence} {actor} {subject} {account} {count} {date} {link} {brand}"),
    ).toEqual([]);
  });
});
