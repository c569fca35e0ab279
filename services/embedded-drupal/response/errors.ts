import type { Problem } from "../problem/refusal.ts";

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
};

const sections: Readonly<Record<number, string>> = {
  400: "10.4.1",
  401: "10.4.2",
  403: "10.4.4",
  404: "10.4.5",
  405: "10.4.6",
  406: "10.4.7",
  409: "10.4.10",
  413: "10.4.14",
  415: "10.4.16",
  500: "10.5.1",
  501: "10.5.2",
};

export interface ErrorObject {
  readonly title: string;
  readonly status: string;
  readonly detail: string;
  readonly links?: Readonly<Record<string, { readonly href: string }>>;
  readonly code?: string;
  readonly source?: { readonly pointer: string };
  readonly meta?: Readonly<Record<string, unknown>>;
}

export function errorObject(problem: Problem, requestUrl: string): ErrorObject {
  const info = infoUrl(problem);
  const links = {
    via: { href: problem.via ?? requestUrl },
    ...(info ? { info: { href: info } } : {}),
  };
  return {
    title: titles[problem.status] ?? "Error",
    status: String(problem.status),
    detail: problem.detail,
    ...(problem.bare ? {} : { links }),
    ...(problem.code ? { code: problem.code } : {}),
    ...(problem.pointer ? { source: { pointer: problem.pointer } } : {}),
    ...(problem.meta ? { meta: problem.meta } : {}),
  };
}

function infoUrl(problem: Problem): string | undefined {
  if (problem.detail.startsWith("The following query parameters violate"))
    return "http://jsonapi.org/format/#query-parameters";
  const section = sections[problem.status];
  return section ? `https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec${section}` : undefined;
}
