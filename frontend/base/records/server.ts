import "server-only";
import { isShortNumber, shortNumber } from "@/base/editing/typed-decimal";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import type { EntityTypeName } from "@softwhere/services/model/generated/entities";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { refusalOf } from "@softwhere/services/platform/backend/refusal";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { peopleOfTheHouse } from "@softwhere/services/platform/backend/viewers";
import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import type { RecordDescription } from "./description";
import { filterParams } from "./filter-params";
import { fieldPath, recordFilter, recordSort } from "./filters";
import { savedViewsRouter } from "./saved-views-server";
import {
  addColumns,
  type Column,
  columnAt,
  fieldsOf,
  labelFields,
  listParams,
  labelOf,
  type Linked,
  type RecordRow,
  searchedFields,
  sortLabel,
  toRow,
  typeOf,
} from "./rows";

const typeName = z.enum(Object.keys(recordTypes) as [EntityTypeName]);
const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const mostIds = 10_000;

const listInput = z.object({
  type: typeName,
  columns: z.array(fieldPath).max(40),
  filters: z.array(recordFilter).max(20).default([]),
  sort: z.nullish(recordSort),
  search: z.string().max(100).default(""),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});

export const recordsRouter = router({
  /** The fields of a type in their order, the site's own last. */
  describe: userProcedure
    .input(z.object({ type: typeName, paths: z.array(fieldPath).max(20).default([]) }))
    .query(async ({ ctx, input }): Promise<RecordDescription> => {
      const type = typeOf(input.type);
      const fields = await fieldsOf(ctx, input.type);
      return {
        type: input.type,
        labelField: type.labelField,
        writable: type.writable,
        access: type.access,
        fields,
        reached: input.paths.flatMap((path) => {
          const column = columnAt(input.type, fields, path);
          return column && column.through.length > 1 ? [{ ...column.field, name: path }] : [];
        }),
        ...(type.ownerPath && { ownerPath: type.ownerPath }),
        ...(type.workflow && { workflow: type.workflow }),
      };
    }),

  get: userProcedure
    .input(z.object({ type: typeName, id: z.uuid() }))
    .query(async ({ ctx, input }): Promise<RecordRow> => {
      const fields = await fieldsOf(ctx, input.type);
      const columns = fields.map((field): Column => ({ path: field.name, field, through: [input.type] }));
      const params = new DrupalJsonApiParams();
      addColumns(params, input.type, columns, ["version"]);
      return toRow(input.type, columns, await ctx.backend.get(input.type, input.id, params));
    }),

  name: userProcedure
    .input(z.object({ type: typeName, id: z.uuid() }))
    .query(async ({ ctx, input }): Promise<string | null> => {
      const params = new DrupalJsonApiParams().addFields(`${input.type}--${input.type}`, [...labelFields(input.type)]);
      return labelOf(input.type, await ctx.backend.get(input.type, input.id, params));
    }),

  /** A page of rows with the columns asked for. */
  list: userProcedure.input(listInput).query(async ({ ctx, input }): Promise<RecordRow[]> => {
    const fields = await fieldsOf(ctx, input.type);
    const columns = input.columns.flatMap((path) => columnAt(input.type, fields, path) ?? []);
    const params = listParams(input, fields, (await ctx.viewer()).timeZone);
    addColumns(params, input.type, columns, [...labelFields(input.type), "version"]);
    const sorted = input.sort && columnAt(input.type, fields, input.sort.field);
    if (sorted)
      params.addSort(
        sorted.field.type === "reference" && sorted.field.target
          ? `${sorted.path}.${sortLabel(sorted.field.target)}`
          : sorted.path,
        input.sort?.descending ? "DESC" : "ASC",
      );
    params.addCustomParam({ page: { limit: input.limit, offset: input.offset } });
    const rows = await ctx.backend.list(input.type, params);
    return rows.map((row) => toRow(input.type, columns, row));
  }),

  count: userProcedure
    .input(listInput.pick({ type: true, filters: true, search: true }))
    .query(async ({ ctx, input }) => {
      const fields = await fieldsOf(ctx, input.type);
      return ctx.backend.count(input.type, listParams(input, fields, (await ctx.viewer()).timeZone));
    }),

  /** Ids of everything the filter finds, for what is done to all of it; at most 10,000. */
  ids: userProcedure
    .input(listInput.pick({ type: true, filters: true, search: true }))
    .query(async ({ ctx, input }) => {
      const fields = await fieldsOf(ctx, input.type);
      const { timeZone } = await ctx.viewer();
      const ids: string[] = [];
      for (let offset = 0; offset < mostIds; offset += 500) {
        const params = listParams(input, fields, timeZone);
        const rows = await ctx.backend.list(
          input.type,
          params
            .addFields(`${input.type}--${input.type}`, ["version"])
            .addCustomParam({ page: { limit: 500, offset } }),
        );
        ids.push(...rows.map((row) => row.id));
        if (rows.length < 500) break;
      }
      return ids;
    }),

  /**
   * Rows to choose from for a reference, by name. With `accountId` only those of that account, for types that belong to one. Of people only
   * those of the house; with `everybody` customers and partners too, to look for what is theirs.
   */
  options: userProcedure
    .input(
      z.object({
        type: typeName,
        search: z.string().max(100).default(""),
        accountId: z.uuid().nullish(),
        everybody: z.boolean().default(false),
      }),
    )
    .query(async ({ ctx, input }): Promise<Linked[]> => {
      const type = typeOf(input.type);
      const params = filterParams(new Map(), [], {
        search: input.search,
        searched: searchedFields(type.fields, input.type === "user" ? "full_name" : type.labelField),
      });
      if (input.accountId && type.ownerPath && type.ownerPath !== "self")
        params.addFilter(`${type.ownerPath}.id`, input.accountId);
      if (input.type === "user" && !input.everybody)
        params.addFilter("user_type", [...peopleOfTheHouse], "IN").addFilter("status", "1");
      params.addFields(`${input.type}--${input.type}`, [...labelFields(input.type)]);
      params.addSort(sortLabel(input.type)).addPageLimit(20);
      const rows = await ctx.backend.list(input.type, params);
      return rows.map((row) => ({ id: row.id, type: input.type, label: labelOf(input.type, row) }));
    }),

  create: userProcedure
    .input(
      z.object({
        type: typeName,
        id: z.uuid(),
        values: z.record(fieldName, z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
      }),
    )
    .mutation(
      async ({
        ctx,
        input,
      }): Promise<
        { kind: "created"; id: string } | { kind: "refused"; problems: { field: string | null; detail: string }[] }
      > => {
        const type = typeOf(input.type);
        const attributes: Record<string, unknown> = {};
        const relationships: NonNullable<Parameters<BackendClient["create"]>[1]["relationships"]> = {};
        const short = type.fields.filter((one) => isShortNumber(one.type, input.values[one.name]));
        if (short.length > 0)
          return { kind: "refused", problems: short.map(({ name }) => ({ field: name, detail: shortNumber })) };
        for (const [name, value] of Object.entries(input.values)) {
          const field = type.fields.find((one) => one.name === name);
          if (field?.type !== "reference") attributes[name] = value;
          else if (typeof value === "string" && value)
            relationships[name] = { data: { type: `${field.target}--${field.target}`, id: value } };
        }
        try {
          await ctx.backend.create(input.type, {
            type: `${input.type}--${input.type}`,
            id: input.id,
            attributes,
            relationships,
          });
          return { kind: "created", id: input.id };
        } catch (error) {
          // Sent twice: the first one made it.
          if (error instanceof BackendError && error.status === 409) return { kind: "created", id: input.id };
          if (error instanceof BackendError && [403, 404, 422].includes(error.status))
            return {
              kind: "refused",
              problems: error.errors.map((one) => ({
                field: fieldOf(one.source?.pointer),
                detail: refusalOf(error.status, one),
              })),
            };
          throw error;
        }
      },
    ),

  /** A step of the type's workflow, with the fields that it requires, on the version the person saw. */
  transition: userProcedure
    .input(
      z.object({
        type: typeName,
        id: z.uuid(),
        version: z.number().int(),
        transition: z.string().max(64),
        values: z.record(fieldName, z.string().max(200)),
      }),
    )
    .mutation(
      async ({
        ctx,
        input,
      }): Promise<
        { kind: "done"; requestId: string } | { kind: "changed-since" } | { kind: "refused"; detail: string }
      > => {
        const { workflow } = typeOf(input.type);
        const transition = workflow?.transitions.find((one) => one.name === input.transition);
        if (!workflow || !transition) throw new TRPCError({ code: "NOT_FOUND" });
        const required = Object.fromEntries(
          Object.entries(input.values).filter(([name]) => transition.requires.includes(name)),
        );
        const requestId = `transition-${ctx.requestId}`;
        try {
          await ctx.backendFor(requestId).update(input.type, {
            type: `${input.type}--${input.type}`,
            id: input.id,
            attributes: { ...required, [workflow.field]: transition.to, version: input.version },
          });
          return { kind: "done", requestId };
        } catch (error) {
          if (error instanceof BackendError && error.status === 409) return { kind: "changed-since" };
          if (error instanceof BackendError && error.status === 422)
            return { kind: "refused", detail: refusalOf(error.status, error.errors[0]) };
          throw error;
        }
      },
    ),

  views: savedViewsRouter,

  /** Deletes a row. Where others refer to it, it stays until whoever asks knows: `leaveReferences`. */
  remove: userProcedure
    .input(z.object({ type: typeName, id: z.uuid(), leaveReferences: z.boolean().default(false) }))
    .mutation(
      async ({
        ctx,
        input,
      }): Promise<{ kind: "removed"; requestId: string } | { kind: "referenced"; references: Referrers[] }> => {
        const meta = { leave_references: input.leaveReferences };
        try {
          await ctx.backend.operate([
            { op: "remove", ref: { type: `${input.type}--${input.type}`, id: input.id, meta } },
          ]);
          return { kind: "removed", requestId: ctx.requestId };
        } catch (error) {
          const [first] = error instanceof BackendError ? error.errors : [];
          if (first?.code !== "still_referenced") throw error;
          return { kind: "referenced", references: referencesMeta.parse(first.meta).references };
        }
      },
    ),
});

/** How many rows of a type refer to another; no type where the reader may not view it. */
interface Referrers {
  readonly type: string | null;
  readonly count: number;
}

const referencesMeta = z.object({
  references: z.array(z.object({ type: z.string().nullable(), count: z.number().int() })),
});

/** `/data/attributes/name/value` → `name`. */
function fieldOf(pointer: string | undefined): string | null {
  return /^\/data\/(?:attributes|relationships)\/([a-z0-9_]+)/.exec(pointer ?? "")?.[1] ?? null;
}
