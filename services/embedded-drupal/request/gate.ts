import { Refusal } from "../problem/refusal.ts";
import { mediaType } from "./media-type.ts";
import type { Route } from "./route.ts";

/** Addresses that say who is there, where basic authentication says nothing. */
const signInKinds = ["login", "logout", "login-status", "token", "password-reset", "password-reset-confirm"] as const;

const outsideKinds = [...signInKinds, "file", "brand-of-host", "translate-path", "subrequests"] as const;

export type JsonApiRoute = Exclude<Route, { kind: (typeof outsideKinds)[number] }>;

const signIn = new Set<Route["kind"]>(signInKinds);
const outside = new Set<Route["kind"]>(outsideKinds);

export function isSignIn(route: Route): boolean {
  return signIn.has(route.kind);
}

export function isJsonApi(route: Route): route is JsonApiRoute {
  return !outside.has(route.kind);
}

const methods: Readonly<Record<JsonApiRoute["kind"], readonly string[]>> = {
  "entry-point": ["GET", "HEAD"],
  collection: ["GET", "HEAD", "POST"],
  individual: ["GET", "HEAD", "DELETE", "PATCH"],
  related: ["GET", "HEAD"],
  relationship: ["DELETE", "GET", "HEAD", "PATCH", "POST"],
  aggregate: ["GET", "HEAD"],
  operations: ["POST"],
  progress: ["GET", "HEAD"],
  "site-fields": ["GET", "HEAD"],
  recipients: ["POST"],
  outbox: ["GET", "HEAD"],
  "account-mails": ["GET", "HEAD", "POST"],
  sessions: ["DELETE", "GET", "HEAD"],
};

function hasFileField(route: JsonApiRoute): boolean {
  return "type" in route && route.type?.relationships.some((field) => field.type === "file") === true;
}

/** Upload addresses look like individual and related ones. */
export function isUpload(route: JsonApiRoute, method: string): boolean {
  return method === "POST" && (route.kind === "individual" || route.kind === "related") && hasFileField(route);
}

export function allowedMethods(route: JsonApiRoute): readonly string[] {
  const allowed = methods[route.kind];
  const uploads = (route.kind === "individual" || route.kind === "related") && hasFileField(route);
  return uploads ? ["POST", ...allowed] : allowed;
}

/** Method and media type, before anybody's rights: 405 and 415 in core's words. */
export function checkMethod(
  route: JsonApiRoute,
  request: { method: string; url: string; contentType: string | null },
): void {
  const allowed = allowedMethods(route);
  if (!allowed.includes(request.method)) {
    const allow = allowed.join(", ");
    throw new Refusal(
      [
        {
          status: 405,
          detail: `No route found for "${request.method} ${request.url}": Method Not Allowed (Allow: ${allow})`,
        },
      ],
      { Allow: allow },
    );
  }
  const writes = request.method === "POST" || request.method === "PATCH";
  if (!writes) return;
  if (request.contentType === null || request.contentType === "") {
    throw new Refusal([{ status: 415, detail: 'No "Content-Type" request header specified' }]);
  }
  if (!matchesContentType(route, request.method, request.contentType)) {
    throw new Refusal([
      { status: 415, detail: `No route found that matches "Content-Type: ${request.contentType.slice(0, 200)}"` },
    ]);
  }
}

function matchesContentType(route: JsonApiRoute, method: string, contentType: string): boolean {
  const [base, ...parameters] = contentType.split(";").map((part) => part.trim());
  if (isUpload(route, method)) return base === "application/octet-stream";
  if (base !== mediaType) return false;
  if (route.kind !== "operations") return true;
  return parameters.some(
    (parameter) => /^ext=/i.test(parameter) && parameter.includes("https://jsonapi.org/ext/atomic"),
  );
}
