import "server-only";
import type { EntityTypeName } from "@softwhere/services/model/generated/entities";
import { attributeSchemas } from "@softwhere/services/model/generated/schemas";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import * as z from "zod";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { refusalOf } from "@softwhere/services/platform/backend/refusal";
import { router, userProcedure } from "@/server/trpc/init";
import { listText, parseList } from "./list-text";
import { takeBack } from "./take-back";
import { isShortNumber, shortNumber } from "./typed-decimal";
import { changeValue } from "./undo";

const entityType = z.enum(Object.keys(attributeSchemas) as [EntityTypeName]);
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export type FieldSave =
  | { kind: "saved"; version: number; value: z.infer<typeof value> }
  /** Somebody saved the same field first; nothing was written. */
  | { kind: "conflict"; version: number; value: z.infer<typeof value>; actor: string | null; at: string | null }
  | { kind: "refused"; reason: "invalid" | "forbidden" | "missing"; detail: string | null };

const conflictMeta = z.looseObject({
  current: z.looseObject({
    attributes: z.looseObject({ version: z.number() }),
    relationships: z.record(z.string(), z.looseObject({ data: z.unknown() })).optional(),
  }),
  last_change: z.looseObject({ actor_name: z.string().nullish(), occurred_at: z.string().nullish() }).nullish(),
});

export const editingRouter = router({
  /**
   * Saves one attribute, one reference by its target's id, or a list of values as the text of `list-text.ts`. `version` and `base` are what the user saw: when somebody changed another field meanwhile the save is
   * repeated on the new version, when it was this field both values come back and nothing is written.
   */
  saveField: userProcedure
    .input(
      z.object({
        type: entityType,
        id: z.uuid(),
        field: z.string().regex(/^[a-z][a-z0-9_]*$/),
        version: z.number().int(),
        base: value,
        value,
        requestId: z.string().max(64).optional(),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<FieldSave> => {
      const { type, id, field } = input;
      if (isShortNumber(fieldKinds[type]?.[field]?.type, input.value))
        return { kind: "refused", reason: "invalid", detail: shortNumber };
      const backend = input.requestId ? ctx.backendFor(input.requestId) : ctx.backend;
      const target = referenceTarget(type, field);
      const list = listType(type, field);
      const read = (attribute: unknown) => (list ? listText(attribute) : changeValue(attribute));
      const written = list ? parseList(list, typeof input.value === "string" ? input.value : null) : input.value;
      let version = input.version;
      for (let attempt = 0; attempt < 4; attempt += 1) {
        try {
          const saved = await backend.update(type, {
            type: `${type}--${type}`,
            id,
            attributes: { ...(!target && { [field]: written }), version },
            ...(target && {
              relationships: {
                [field]: {
                  data: typeof input.value === "string" ? { type: `${target}--${target}`, id: input.value } : null,
                },
              },
            }),
          });
          return {
            kind: "saved",
            version: saved.version ?? version,
            value: target ? linkedId(Reflect.get(saved, field)) : read(Reflect.get(saved, field)),
          };
        } catch (error) {
          if (!(error instanceof BackendError)) throw error;
          const first = error.errors[0];
          if (error.status === 409 && first?.code === "version_conflict") {
            const { current, last_change } = conflictMeta.parse(first.meta);
            const theirs = target ? linkedId(current.relationships?.[field]?.data) : read(current.attributes[field]);
            version = current.attributes.version;
            if (theirs === input.base) continue;
            if (theirs === input.value) return { kind: "saved", version, value: theirs };
            return {
              kind: "conflict",
              version,
              value: theirs,
              actor: last_change?.actor_name ?? null,
              at: last_change?.occurred_at ?? null,
            };
          }
          const detail = refusalOf(error.status, first);
          if (error.status === 422) return { kind: "refused", reason: "invalid", detail };
          if (error.status === 404) return { kind: "refused", reason: "missing", detail: null };
          if (error.status === 403 && (await ctx.backend.isSignedIn()))
            return { kind: "refused", reason: "forbidden", detail };
          throw error;
        }
      }
      return { kind: "refused", reason: "invalid", detail: null };
    }),

  /** Takes back what the journal holds under one request id, as a new change: row by row what is still as that request left it. The rest is left and named. */
  undo: userProcedure
    .input(z.object({ requestId: z.string().min(1).max(64) }))
    .mutation(({ ctx, input }) => takeBack(ctx, input.requestId)),
});

function referenceTarget(type: string, field: string): string | undefined {
  const kind = fieldKinds[type]?.[field];
  return kind?.type === "reference" && !kind.multiple ? kind.target : undefined;
}

/** The type of a list's values; undefined where the field is no list of values. */
function listType(type: string, field: string): string | undefined {
  const kind = fieldKinds[type]?.[field];
  return kind?.multiple && !kind.target ? kind.type : undefined;
}

function linkedId(linked: unknown): string | null {
  return typeof linked === "object" && linked !== null && "id" in linked && typeof linked.id === "string"
    ? linked.id
    : null;
}
