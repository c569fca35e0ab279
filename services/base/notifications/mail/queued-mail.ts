import * as z from "zod";

const told = z.object({
  kind: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  subjectLabel: z.string().nullable(),
  subjectCount: z.number(),
  value: z.string().nullable(),
  accountId: z.string().nullable(),
  accountLabel: z.string().nullable(),
  accountCount: z.number(),
  actorName: z.string().nullable(),
  occurredAt: z.string(),
});

/** A mail to be sent. It holds no address and no text: both are asked for when it is sent. */
export const queuedMail = z.object({
  /** That of the notification: the same event to the same person is the same mail. */
  id: z.uuid(),
  brand: z.uuid(),
  recipient: z.uuid(),
  told,
  subjectIds: z.array(z.string()),
  permissions: z.array(z.string()),
});

export type QueuedMail = z.infer<typeof queuedMail>;
