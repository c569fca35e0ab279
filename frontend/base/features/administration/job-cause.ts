/** What the outside said of a failed job, in kinds that have a sentence; in the order in which they are tried. */
const causes = [
  ["noRight", /may not see it any more/],
  ["noAddress", /has no address|nobody to send it to/],
  ["noSender", /brand has no sender/],
  ["signIn", /\b53[0-9]\b|EAUTH/],
  ["address", /\b55[013]\b/],
  ["full", /\b(?:452|552)\b/],
  ["blocked", /\b(?:5\d\d)\b/],
  ["busy", /\b4\d\d\b/],
  ["unreachable", /ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|getaddrinfo|[Tt]imeout/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** The cause, and the mail server's own number where it gave one; undefined where nothing is known. */
export function jobCause(
  said: string,
): { readonly cause: (typeof causes)[number][0]; readonly number: string } | undefined {
  const cause = causes.find(([, pattern]) => pattern.test(said))?.[0];
  return cause && { cause, number: /\b[45]\d\d\b/.exec(said)?.[0] ?? "" };
}
