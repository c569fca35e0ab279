import { readFileSync } from "node:fs";
import type { MiddlewareHandler } from "hono";
import { OpenAPIBackend } from "openapi-backend";
import { parse } from "yaml";

const formats = {
  int64: true,
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  email: /^[^\s@]+@[^\s@]+$/,
} as const;

/** A vendor's own description over every request and answer, but for answers that are wrong on demand; a status that it doesn't describe is not judged. */
export async function judge(
  file: URL,
): Promise<{ readonly middleware: MiddlewareHandler; readonly problems: string[]; readonly judged: () => number }> {
  const api = new OpenAPIBackend({
    definition: parse(readFileSync(file, "utf8")),
    quick: true,
    ajvOpts: { strict: false, formats },
  });
  await api.init();
  const problems: string[] = [];
  let judged = 0;
  const middleware: MiddlewareHandler = async (context, next) => {
    const { method, path } = context.req;
    if (path.startsWith("/simulator/")) return next();
    const text = method === "GET" ? "" : await context.req.raw.clone().text();
    const isForm = context.req.header("content-type")?.startsWith("application/x-www-form-urlencoded");
    const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : text && parse(text);
    const request = { method, path, query: context.req.query(), headers: context.req.header(), body };
    const operation = api.router.matchOperation(request);
    const say = (what: string, errors: readonly { instancePath?: string; message?: string }[] | null | undefined) =>
      problems.push(
        ...(errors ?? []).map((one) => `${what} ${method} ${path}: ${one.instancePath ?? ""} ${one.message ?? ""}`),
      );
    if (!operation) problems.push(`${method} ${path} is not described`);
    else say("request", api.validateRequest(request, operation).errors);
    judged += 1;
    await next();
    const { status } = context.res;
    if (context.res.headers.has("x-simulated")) return undefined;
    const isDescribed = operation && Object.hasOwn(operation.responses ?? {}, String(status));
    if (isDescribed && status !== 500)
      say(`answer ${status}`, api.validateResponse(await context.res.clone().json(), operation, status).errors);
    return undefined;
  };
  return { middleware, problems, judged: () => judged };
}
