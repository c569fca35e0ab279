import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { RowProblem, Suggestion } from "../contract.ts";
import { fold, nearest } from "./fold.ts";

interface ReferenceSource {
  /** Fields whose text names a row, the surest first. */
  readonly names: readonly string[];
  readonly label: readonly string[];
  /** Its rows belong to an account, and a name counts within that account only. */
  readonly ofAccount?: boolean;
}

/** How people write of the rows that others refer to. */
const sources: Partial<Record<EntityTypeName, ReferenceSource>> = {
  sw_account: {
    names: ["softwhere_id", "siret", "external_ids", "legal_name", "siren"],
    label: ["softwhere_id", "legal_name"],
  },
  sw_site: { names: ["name"], label: ["name"], ofAccount: true },
  sw_billing_site: { names: ["external_id", "name"], label: ["name"], ofAccount: true },
  sw_supplier: { names: ["code", "name", "siren", "invoice_names"], label: ["name"] },
  sw_catalogue_item: { names: ["code", "name"], label: ["code", "name"] },
  user: { names: ["full_name", "display_name"], label: ["full_name"] },
};

interface Entry {
  readonly id: string;
  /** What a cell says to mean this row. */
  readonly word: string;
  readonly label: string;
}

type Finding =
  | { readonly id: string }
  | { readonly id: undefined; readonly code: RowProblem["code"]; readonly suggestions: readonly Suggestion[] };

/** The rows that a file may refer to by name, code or number, as the person who imports sees them. */
export class Directory {
  /** Per level of names: scope and folded name → rows. */
  private readonly levels: Map<string, Entry[]>[] = [];
  private readonly scopes = new Map<string, (readonly [string, Entry])[]>();
  private readonly answers = new Map<string, Finding>();
  private guesses = 0;

  private constructor(private readonly ofAccount: boolean) {}

  static async load(backend: BackendClient, target: EntityTypeName): Promise<Directory> {
    const source = sources[target];
    if (!source) throw new Error(`Nothing says how ${target} is named in a file.`);
    const directory = new Directory(source.ofAccount ?? false);
    const fields = [...new Set([...source.names, ...source.label, ...(source.ofAccount ? ["account"] : [])])];
    const rows = await backend.listAll(target, () =>
      new DrupalJsonApiParams().addFields(`${target}--${target}`, fields),
    );
    for (const row of rows) directory.add(row, source);
    return directory;
  }

  private add(row: object & { id: string }, source: ReferenceSource): void {
    const account: unknown = Reflect.get(row, "account");
    const scope =
      source.ofAccount && typeof account === "object" && account !== null && "id" in account ? String(account.id) : "";
    const words = source.names.map((name) => wordsOf(Reflect.get(row, name)));
    const label = source.label.flatMap((name) => wordsOf(Reflect.get(row, name))).join(" · ");
    const entry: Entry = { id: row.id, word: words.flat()[0] ?? "", label };
    for (const [level, found] of words.entries()) {
      const map = this.levels[level] ?? new Map<string, Entry[]>();
      this.levels[level] = map;
      for (const word of found) {
        const key = `${scope}/${fold(word)}`;
        map.set(key, [...(map.get(key) ?? []), entry]);
        const named = this.scopes.get(scope) ?? [];
        named.push([fold(word), entry]);
        this.scopes.set(scope, named);
      }
    }
  }

  /** What `text` means; `accountId` where the rows belong to accounts. */
  find(text: string, accountId: string | undefined): Finding {
    const scope = this.ofAccount ? (accountId ?? "?") : "";
    const key = `${scope}/${fold(text)}`;
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.look(text, scope, key);
    this.answers.set(key, answer);
    return answer;
  }

  private look(text: string, scope: string, key: string): Finding {
    for (const level of this.levels) {
      const found = level.get(key);
      if (!found) continue;
      const ids = new Set(found.map(({ id }) => id));
      const [only] = found;
      if (ids.size === 1 && only) return { id: only.id };
      return { id: undefined, code: "reference_ambiguous", suggestions: found.slice(0, 3).map(suggestion) };
    }
    this.guesses += 1;
    // Guessing reads every name: a file of nothing but strangers gets none after a while.
    const near = this.guesses > 200 ? [] : nearest(text, this.scopes.get(scope) ?? []);
    return { id: undefined, code: "reference_unknown", suggestions: near.map(suggestion) };
  }
}

const suggestion = ({ word, label }: Entry): Suggestion => ({ value: word, label });

function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return value ? [value] : [];
  if (Array.isArray(value))
    return value.flatMap((one: unknown) =>
      typeof one === "object" && one !== null && "value" in one ? wordsOf(one.value) : wordsOf(one),
    );
  return [];
}
