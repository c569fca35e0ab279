import type { Reply } from "./client.ts";

/** Words of databases, of PHP, of Node and of their folders. */
const inside = [
  /SQLSTATE/,
  /syntax error/i,
  /\bSELECT\b.*\bFROM\b/,
  /Drupal\\/,
  /Symfony\\/,
  /\.php\b(?!\.txt)/,
  /node_modules/,
  /\/(?:var|home|work|tmp|usr)\//,
  /\bat .+\(.+:\d+:\d+\)/,
  /#\d+ \{main\}/,
  /stack trace/i,
];

/** The answer, once it is sure that it tells nothing of the inside. */
export function harmless(reply: Reply): Reply {
  if (reply.status >= 500 && reply.status !== 501) reply.fail("no 5xx", String(reply.status));
  const text = reply.text.replaceAll("\\/", "/");
  for (const word of inside) if (word.test(text)) reply.fail("nothing of the server's inside", String(word));
  return reply;
}
