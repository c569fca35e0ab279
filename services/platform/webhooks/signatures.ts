import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type Failure, failure, type Result, success } from "../result.ts";
import type { Secret } from "../secrets/secret.ts";

/** How a vendor proves that a message is its own; said by the vendor's description, never guessed from the message. */
export type SignatureScheme =
  /** Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature` over `id.timestamp.body`. */
  | { readonly kind: "standard" }
  | {
      readonly kind: "hmac";
      readonly header: string;
      readonly algorithm: "sha256" | "sha512" | "sha1";
      readonly encoding: "hex" | "base64";
      /** Before the signature in its header: `sha256=`. */
      readonly prefix?: string;
      /** Header with the seconds since 1970, signed before the body with a point between them. */
      readonly timestampHeader?: string;
      /** Header with the message's own id. */
      readonly idHeader?: string;
    }
  /** A word that both know in `Authorization: Bearer`. It proves who speaks, not that nothing was changed on the way. */
  | { readonly kind: "bearer"; readonly idHeader?: string };

export interface Verified {
  /** The vendor's id of the message; the hash of its body where the vendor gives none. */
  readonly id: string;
}

export interface WebhookFault extends Failure {
  readonly code: "unsigned" | "forged" | "outside_time";
}

/** A message may be so old, or so far ahead of our clock, in seconds. */
export const tolerance = 300;

type Headers = Readonly<Record<string, string | undefined>>;

const fault = (code: WebhookFault["code"], message: string) => failure<WebhookFault>({ code, message });

/**
 * Whether the bytes are the vendor's, as they came: read and written again they would be others. Several secrets are good at once, so that
 * they can be changed without a message lost.
 */
export function verify(
  scheme: SignatureScheme,
  secrets: readonly Secret[],
  message: { readonly headers: Headers; readonly body: Buffer; readonly now?: Date },
): Result<Verified, WebhookFault> {
  const { headers, body, now = new Date() } = message;
  switch (scheme.kind) {
    case "standard":
      return verifyStandard(secrets, headers, body, now);
    case "bearer": {
      const said = /^Bearer (.+)$/i.exec(headers["authorization"] ?? "")?.[1];
      if (said === undefined) return fault("unsigned", "The message has no Authorization header.");
      if (!secrets.some((secret) => equal(said, secret.reveal()))) return fault("forged", "The word is another one.");
      return success({ id: idOf(scheme.idHeader, headers, body) });
    }
    case "hmac":
      return verifyHmac(scheme, secrets, headers, body, now);
  }
}

function verifyHmac(
  scheme: Extract<SignatureScheme, { kind: "hmac" }>,
  secrets: readonly Secret[],
  headers: Headers,
  body: Buffer,
  now: Date,
): Result<Verified, WebhookFault> {
  const { header, algorithm, encoding, prefix = "", timestampHeader, idHeader } = scheme;
  const said = headers[header.toLowerCase()];
  if (!said?.startsWith(prefix)) return fault("unsigned", `The message has no ${header} header as agreed.`);
  const timestamp = timestampHeader && headers[timestampHeader.toLowerCase()];
  if (timestampHeader && !timestamp) return fault("unsigned", `The message has no ${timestampHeader} header.`);
  const signed = timestamp ? Buffer.concat([Buffer.from(`${timestamp}.`), body]) : body;
  const fits = secrets.some((secret) =>
    equal(said.slice(prefix.length), createHmac(algorithm, secret.reveal()).update(signed).digest(encoding)),
  );
  if (!fits) return fault("forged", "The signature is not that of the message.");
  // Asked after the signature: nobody learns our clock by trying.
  if (timestamp && !(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= tolerance))
    return fault("outside_time", "The message is older, or later, than is accepted.");
  return success({ id: idOf(idHeader, headers, body) });
}

function verifyStandard(
  secrets: readonly Secret[],
  headers: Headers,
  body: Buffer,
  now: Date,
): Result<Verified, WebhookFault> {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = headers;
  if (!id || !timestamp || !signature) return fault("unsigned", "The message lacks a header of Standard Webhooks.");
  const at = Number(timestamp);
  const fits =
    Number.isSafeInteger(at) &&
    secrets.some((secret) => {
      const expected = standardSignature(secret, id, timestamp, body);
      return signature.split(" ").some((one) => equal(one, expected));
    });
  if (!fits) return fault("forged", "No signature is that of the message.");
  if (Math.abs(now.getTime() / 1000 - at) > tolerance)
    return fault("outside_time", "The message is older, or later, than is accepted.");
  return success({ id });
}

/** The headers of Standard Webhooks for what we send: a signature by each secret, so that whoever changes theirs misses nothing. */
export function sign(secrets: Secret | readonly Secret[], id: string, at: Date, body: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": [secrets]
      .flat()
      .map((secret) => standardSignature(secret, id, timestamp, body))
      .join(" "),
  };
}

/** Over the bytes: a text made of them and back may be another one. */
function standardSignature(secret: Secret, id: string, timestamp: string, body: Buffer): string {
  const key = Buffer.from(secret.reveal().replace(/^whsec_/, ""), "base64");
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

/** In a time that says nothing of where they differ. */
function equal(one: string, other: string): boolean {
  const [a, b] = [digest(one), digest(other)];
  return timingSafeEqual(a, b);
}

const digest = (text: string | Buffer): Buffer => createHash("sha256").update(text).digest();

const idOf = (header: string | undefined, headers: Headers, body: Buffer): string =>
  (header && headers[header.toLowerCase()]) || digest(body).toString("hex");
