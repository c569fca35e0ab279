import { z } from "zod";
import type { RequestContext } from "../context/request-context.ts";
import { badRequest, forbidden } from "../problem/refusal.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { rfc3339 } from "../response/wire-value.ts";
import { sendAccountMails } from "../store/resource-type.ts";
import { isUuid } from "../store/uuid.ts";
import { accessDetail } from "./collection.ts";

const question = z.object({ meta: z.object({ id: z.string().refine(isUuid) }) });

/** The mails about people's own accounts that nobody has taken up yet. */
export async function getWaitingMails(context: RequestContext): Promise<Answer> {
  check(context, "GET");
  return answer({ waiting: await context.backend.accountMails.waiting() });
}

/** What one of them says and to whom, the link to a new password included. */
export async function takeMail(context: RequestContext, body: unknown): Promise<Answer> {
  check(context, "POST");
  const asked = question.safeParse(body);
  if (!asked.success) throw badRequest('The request body must have "meta" with the "id" of a mail.');
  const mail = await context.backend.accountMails.take(asked.data.meta.id.toLowerCase());
  return answer({ mail: mail && { ...mail, at: rfc3339(mail.at) } });
}

function check({ viewer }: RequestContext, method: string): void {
  if (!viewer.permissions.has(sendAccountMails))
    throw forbidden(accessDetail(method, `The '${sendAccountMails}' permission is required.`), "/data");
}

function answer(meta: object): Answer {
  return documentAnswer({ jsonapi: envelope, data: [], meta }, 200, { "Cache-Control": "private, no-store" });
}
