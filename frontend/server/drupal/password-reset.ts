import "server-only";
import { BackendUnreachable } from "@softwhere/services/platform/backend/errors";
import { type PasswordProblem, problemOfSentence } from "@softwhere/services/platform/password-rule";
import * as z from "zod";
import { env } from "../env";

export type AskResult = "asked" | "too-many";
export type SetResult =
  | { readonly kind: "set" }
  | { readonly kind: "link-invalid" }
  | { readonly kind: "too-many" }
  | { readonly kind: "refused"; readonly problem: PasswordProblem };

const told = z.object({ message: z.string() });

/** Has a link mailed to whoever has that sign-in name, if somebody has. */
export async function askForPassword(name: string, clientAddress: string | undefined): Promise<AskResult> {
  const response = await post("/password-reset", { name }, clientAddress);
  return response.status === 429 ? "too-many" : "asked";
}

/** Sets a password with the token of a mailed link. */
export async function setPassword(
  given: { token: string; pass?: string | undefined },
  clientAddress: string | undefined,
): Promise<SetResult> {
  const response = await post("/password-reset/confirm", given, clientAddress);
  if (response.ok) return { kind: "set" };
  if (response.status === 429) return { kind: "too-many" };
  if (response.status !== 422) return { kind: "link-invalid" };
  const { message } = told.parse(await response.json());
  return { kind: "refused", problem: problemOfSentence(message) ?? "text" };
}

async function post(path: string, body: object, clientAddress: string | undefined): Promise<Response> {
  const response = await fetch(`${env().SW_BACKEND_URL}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(clientAddress ? { "X-Forwarded-For": clientAddress } : {}) },
    body: JSON.stringify(body),
    cache: "no-store",
  }).catch((cause: unknown) => {
    throw new BackendUnreachable("The backend does not answer.", { cause });
  });
  if (response.status >= 500) throw new BackendUnreachable(`The backend answered ${response.status}.`);
  return response;
}
