import { commonPasswords } from "../../model/generated/common-passwords.ts";
import { passwordProblem, passwordSentences, passwordWords } from "../../platform/password-rule.ts";
import type { Backend } from "../context/request-context.ts";
import { isObject } from "../operations/operation.ts";
import { type Answer, emptyAnswer, jsonAnswer } from "../response/answer.ts";
import type { AccountMails } from "../session/account-mails.ts";
import { type ResourceTypes, roleLabels } from "../store/resource-type.ts";
import { hashPassword } from "../session/password.ts";

const noStore = { "Cache-Control": "private, no-store" };
const longestName = 254;

interface ResetRequest {
  readonly kind: "password-reset" | "password-reset-confirm";
  readonly address: string;
  readonly body: string;
}

/** A new password for who has forgotten theirs: asked for with the sign-in name, set with the link that came by mail. */
export async function answerReset(
  { accountMails: mails, types }: Backend,
  { kind, address, body }: ResetRequest,
): Promise<Answer> {
  const given = readObject(body);
  if (!given) return told("The request body must be a JSON object.", 400);
  return kind === "password-reset" ? ask(mails, given, address) : confirm(mails, types, given);
}

async function ask(mails: AccountMails, given: Record<string, unknown>, address: string): Promise<Answer> {
  const name = typeof given["name"] === "string" ? given["name"].trim() : "";
  if (name === "" || [...name].length > longestName || name.includes("\0"))
    return told(`name: A sign-in name is a text of 1 to ${longestName} characters.`, 400);
  const refused = await mails.ask(name, address);
  if (refused)
    return told("Too many requests for a new password. Try again later.", 429, {
      "Retry-After": String(refused.retryAfter),
    });
  return told("If the account exists and has a mail address, a link to a new password is on its way.", 202);
}

/** The link is looked at first, and lives on where the password is refused. */
async function confirm(mails: AccountMails, types: ResourceTypes, given: Record<string, unknown>): Promise<Answer> {
  const { token, pass } = given;
  const account = typeof token === "string" && token.length < 200 ? await mails.accountOf(token) : undefined;
  const notValid = () => told("token: This link is not valid any more.", 400);
  if (!account || typeof token !== "string") return notValid();
  const problem = passwordProblem(pass, {
    name: account.name,
    common: commonPasswords,
    words: passwordWords(roleLabels(types.model), account.brand ?? ""),
  });
  if (problem !== undefined || typeof pass !== "string")
    return told(`pass: ${passwordSentences[problem ?? "text"]}`, 422);
  const done = await mails.redeem(token, account.id, await hashPassword(pass));
  return done ? emptyAnswer(204, noStore) : notValid();
}

function told(message: string, status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return jsonAnswer({ message }, status, { ...noStore, ...headers });
}

function readObject(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
