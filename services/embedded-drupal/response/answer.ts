import { encodeJson, envelope } from "./encode.ts";
import { mediaType } from "../request/media-type.ts";
import { errorObject } from "./errors.ts";
import type { Problem } from "../problem/refusal.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** What every answer forbids a browser to do with it. */
export const securityHeaders = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

const common = {
  "Cache-Control": "must-revalidate, no-cache, private",
  ...securityHeaders,
  Vary: "Cookie",
} as const;

export function documentAnswer(
  document: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { ...common, "Content-Type": mediaType, ...headers }, body: encodeJson(document) };
}

export function emptyAnswer(status = 204, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...common, ...headers }, body: null };
}

export function plainAnswer(
  contentType: string,
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { ...common, "Content-Type": contentType, ...headers }, body };
}

export function jsonAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return plainAnswer("application/json", encodeJson(value), status, headers);
}

export function pageAnswer(title: string, status: number): Answer {
  const html = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return plainAnswer("text/html; charset=UTF-8", html, status);
}

export function errorAnswer(
  problems: readonly Problem[],
  requestUrl: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const errors = problems.map((problem) => errorObject(problem, requestUrl));
  return documentAnswer({ jsonapi: envelope, errors }, problems[0]?.status ?? 500, headers);
}

/** An address outside of the API that doesn't take the method; OPTIONS asks which ones it takes. */
export function notAllowed(method: string, allow: string): Answer {
  if (method === "OPTIONS") return emptyAnswer(200, { Allow: allow });
  return jsonAnswer({ message: `No route found for "${method}": Method Not Allowed (Allow: ${allow})` }, 405, {
    Allow: allow,
  });
}
