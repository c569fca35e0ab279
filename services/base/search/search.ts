import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { recordTypes } from "../../model/generated/record-types.ts";
import { labelFieldsOf, labelOf } from "../../model/row-label.ts";
import type { BackendClient } from "../../platform/backend/client.ts";
import { BackendError } from "../../platform/backend/errors.ts";
import { Viewers } from "../../platform/backend/viewers.ts";
import type { SearchAnswer, SearchHit } from "./contract.ts";
import { searchedTypes } from "./index/document.ts";
import type { Found, Searcher, SearchIndex } from "./index/search-index.ts";
import { termsOf } from "./text.ts";

/** Which kinds come first among equals. Those without a rank follow in the model's order. */
const types = searchedTypes.toSorted((a, b) => rank(a.name) - rank(b.name));

function rank(name: string): number {
  return recordTypes[name]?.searchRank ?? Number.MAX_SAFE_INTEGER;
}

export class Search {
  private readonly viewers = new Viewers();

  constructor(private readonly index: SearchIndex) {}

  /** What the person may see of what the index found: every hit is read again with their own session, which `session` names. */
  async find(text: string, limit: number, backend: BackendClient, session: string): Promise<SearchAnswer> {
    const searcher = await this.searcherOf(backend, session);
    const terms = termsOf(text);
    const found = await this.index.search(searcher, terms, limit * 2);
    const shown = await this.read(backend, found);
    return {
      hits: found.flatMap(({ type, id }) => shown.get(`${type}/${id}`) ?? []).slice(0, limit),
      complete: (await this.index.progress(searcher.brand)) !== undefined,
    };
  }

  private async searcherOf(backend: BackendClient, session: string): Promise<Searcher> {
    const { brandId, accounts, permissions } = await this.viewers.of(session, backend);
    return {
      brand: brandId ?? "00000000-0000-0000-0000-000000000000",
      permissions,
      accounts,
      types: types
        .filter((type) => type.viewPermission === "authenticated" || permissions.has(type.viewPermission))
        .map((type) => type.name),
    };
  }

  private async read(backend: BackendClient, found: readonly Found[]): Promise<ReadonlyMap<string, SearchHit>> {
    const hits = new Map<string, SearchHit>();
    const byType = new Map<string, Found[]>();
    for (const one of found) byType.set(one.type, [...(byType.get(one.type) ?? []), one]);
    await Promise.all(
      [...byType].map(async ([type, rows]) => {
        for (const hit of await readHits(
          backend,
          type,
          rows.map(({ id }) => id),
        ))
          hits.set(`${type}/${hit.id}`, hit);
      }),
    );
    return hits;
  }
}

async function readHits(backend: BackendClient, name: string, ids: readonly string[]): Promise<SearchHit[]> {
  const type = searchedTypes.find((one) => one.name === name);
  if (!type) return [];
  const steps = type.ownerPath && type.ownerPath !== "self" ? type.ownerPath.split(".") : [];
  const own = [...new Set([...type.labelFields, ...type.fields.map((field) => field.name), ...steps.slice(0, 1)])];
  const params = new DrupalJsonApiParams()
    .addFields(`${name}--${name}`, own)
    .addFilter("id", [...ids], "IN")
    .addCustomParam({ page: { limit: ids.length } });
  if (steps.length > 0) {
    params.addInclude([steps.join(".")]).addFields("sw_account--sw_account", [...labelFieldsOf("sw_account")]);
    // The types on the way are needed for their next step only.
    let at = name;
    for (const step of steps.slice(0, -1)) {
      at = recordTypes[at]?.fields.find((field) => field.name === step)?.target ?? "";
      params.addFields(`${at}--${at}`, [steps[steps.indexOf(step) + 1] ?? ""]);
    }
  }
  let rows: unknown;
  try {
    rows = await backend.list(name as "sw_site", params);
  } catch (error) {
    // Its module was closed to the brand a moment ago.
    if (error instanceof BackendError && error.status === 404) return [];
    throw error;
  }
  return (rows as (Record<string, unknown> & { id: string })[]).map((row) => {
    const account = steps.reduce<unknown>(
      (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
      row,
    );
    return {
      type: name,
      id: row.id,
      label: labelOf(name, row),
      details: type.fields
        .filter((field) => !type.labelFields.includes(field.name))
        .flatMap((field) => (typeof row[field.name] === "string" && row[field.name] ? [String(row[field.name])] : []))
        .slice(0, 3),
      account: steps.length > 0 ? linkedAccount(account) : null,
    };
  });
}

function linkedAccount(account: unknown): SearchHit["account"] {
  if (typeof account !== "object" || account === null || !("id" in account) || typeof account.id !== "string")
    return null;
  return { id: account.id, name: labelOf("sw_account", account) };
}
