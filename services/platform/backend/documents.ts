import * as z from "zod";

export const outboxDocument = z.object({
  meta: z.object({
    mark: z.string(),
    heads: z.preprocess((heads) => (Array.isArray(heads) ? {} : heads), z.record(z.string(), z.number())),
  }),
});

/** How far each brand's journal is: brand id → newest sequence. `mark` stands for all of them. */
export type OutboxHeads = z.infer<typeof outboxDocument>["meta"];

const labels = z.object({ fr: z.string(), en: z.string() });
export const siteFieldsDocument = z.object({
  meta: z.object({
    fields: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["string", "text", "email", "integer", "decimal", "boolean", "date", "datetime", "list"]),
        multiple: z.boolean(),
        required: z.boolean(),
        editable: z.boolean(),
        labels,
        help: labels.nullish(),
        options: z.array(z.object({ value: z.string(), labels })).nullish(),
        scale: z.number().int().nullish(),
        max_length: z.number().int().nullish(),
      }),
    ),
  }),
});

export type SiteField = z.infer<typeof siteFieldsDocument>["meta"]["fields"][number];

export const recipientsDocument = z.object({
  meta: z.object({
    recipients: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        mail: z.string().nullable(),
        language: z.string().nullable(),
        ids: z.array(z.string()),
      }),
    ),
  }),
});

/** A person who may see some of the rows asked about. */
export type Recipient = z.infer<typeof recipientsDocument>["meta"]["recipients"][number];

export const waitingMailsDocument = z.object({ meta: z.object({ waiting: z.array(z.string()) }) });

export const accountMailDocument = z.object({
  meta: z.object({
    mail: z
      .object({
        id: z.string(),
        kind: z.enum(["password_reset", "password_changed"]),
        at: z.string(),
        recipient: z.object({ id: z.string(), name: z.string(), mail: z.string(), language: z.string().nullable() }),
        brand: z.string(),
        token: z.string().nullable(),
      })
      .nullable(),
  }),
});

/** A mail to somebody about their own account. The token opens that account: it goes into the mail and nowhere else. */
export type AccountMail = NonNullable<z.infer<typeof accountMailDocument>["meta"]["mail"]>;

export const sessionsDocument = z.object({
  meta: z.object({
    sessions: z.array(
      z.object({ begun: z.string(), used: z.string(), agent: z.string().nullable(), current: z.boolean() }),
    ),
    limits: z.object({ idle: z.number(), absolute: z.number() }),
  }),
});

export type OwnSessions = z.infer<typeof sessionsDocument>["meta"];
