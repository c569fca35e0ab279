import { createServer } from "node:net";
import { expect, test } from "vitest";
import { outcomeOf, smtpTransport } from "./transport.ts";

const error = (fields: object) => Object.assign(new Error("no"), fields);
const letter = {
  from: { name: "B", address: "b@b.example" },
  to: { name: "P", address: "p@p.example" },
  messageId: "<1@b.example>",
  subject: "s",
  text: "t",
  html: "<p>t</p>",
};

test.each<[string, object, "refused" | "later"]>([
  ["the mailbox doesn't exist", { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" }, "refused"],
  ["the content is refused", { code: "EMESSAGE", responseCode: 554, command: "DATA" }, "refused"],
  ["the sender is refused", { code: "EENVELOPE", responseCode: 553, command: "MAIL FROM" }, "refused"],
  ["the mailbox is full for now", { code: "EENVELOPE", responseCode: 452, command: "RCPT TO" }, "later"],
  ["our credentials are wrong", { code: "EAUTH", responseCode: 535, command: "AUTH PLAIN" }, "later"],
  ["the server takes nothing from us now", { code: "EPROTOCOL", responseCode: 554, command: "CONN" }, "later"],
  ["nobody listens", { code: "ECONNECTION", command: "CONN" }, "later"],
  ["the line went dead", { code: "ETIMEDOUT", command: "DATA" }, "later"],
])("%s", (_, fields, kind) => expect(outcomeOf(error(fields)).kind).toBe(kind));

test("a port nobody listens on, and a server that never greets", { timeout: 10_000 }, async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect((await smtpTransport(`smtp://127.0.0.1:${port}`, 1).send(letter)).kind).toBe("later");
  await new Promise<void>((resolve) => {
    silent.close(() => resolve());
  });
  expect((await smtpTransport(`smtp://127.0.0.1:${port}`, 1).send(letter)).kind).toBe("later");
});

test("nothing is told in clear to a server elsewhere that has no TLS", async () => {
  const heard: string[] = [];
  const plain = createServer((socket) => {
    socket.write("220 plain\r\n");
    socket.on("data", (chunk) => {
      heard.push(String(chunk));
      socket.write(String(chunk).startsWith("EHLO") ? "250 plain\r\n" : "502 no\r\n");
    });
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => plain.listen(0, "0.0.0.0", resolve));
  const address = plain.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    // Another address of loopback stands for another machine.
    const url = `smtp://u:canary@127.0.0.2:${port}`;
    expect((await smtpTransport(url, 2).send(letter)).kind).toBe("later");
    expect(heard.join("")).toMatch(/^EHLO/);
    expect(heard.join("")).not.toMatch(/MAIL FROM|AUTH|canary/);
    heard.length = 0;
    await smtpTransport(`smtp://127.0.0.2:${port}?requireTLS=false`, 2).send(letter);
    expect(heard.join("")).toContain("MAIL FROM");
  } finally {
    plain.close();
  }
});
