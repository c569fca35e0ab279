import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { RowProblem, Suggestion } from "../contract.ts";
import { codeText } from "../../../platform/normalise.ts";
import { peopleOfTheHouse } from "../../../platform/backend/viewers.ts";
import { fold, foldWords, nearest } from "./fold.ts";

interface ReferenceSource {
  /** Fields whose text identifies a row, the surest first. */
  readonly names: readonly string[];
  /** Those of them that are words: another case, accents or signs are read as the only row that can be meant. Codes count as they are. */
  readonly words: readonly string[];
  readonly label: readonly string[];
  /** Its rows say a country, where telephone numbers are dialled. */
  readonly country?: true;
  /** Its rows belong to an account, and a name counts within that account only. */
  readonly ofAccount?: boolean;
}

/** Where a row names no account, a code still leads to the only row of the brand that has it. */
const anyAccount = "*";

/** How people write of the rows that others refer to. */
const sources: Partial<Record<EntityTypeName, ReferenceSource>> = {
  sw_account: {
    names: ["softwhere_id", "siret", "external_ids", "legal_name", "siren"],
    words: ["legal_name"],
    label: ["softwhere_id", "legal_name"],
    country: true,
  },
  sw_site: { names: ["name"], words: ["name"], label: ["name"], ofAccount: true, country: true },
  sw_billing_site: { names: ["external_id", "name"], words: ["name"], label: ["name"], ofAccount: true },
  sw_supplier: { names: ["code", "name", "siren", "invoice_names"], words: ["name", "invoice_names"], label: ["name"] },
  sw_catalogue_item: { names: ["code", "name"], words: ["name"], label: ["code", "name"] },
  user: { names: ["full_name", "display_name"], words: ["full_name", "display_name"], label: ["full_name"] },
};

interface Entry {
  readonly id: string;
  /** A person who may not sign in any more. */
  readonly blocked: boolean;
  /** What a cell says to mean this row. */
  readonly word: string;
  readonly label: string;
}

type Finding =
  | {
      readonly id: string;
      /** Its own name, where the file writes it a little differently. */
      readonly readAs?: string;
      readonly blocked?: boolean;
    }
  | { readonly id: undefined; readonly code: RowProblem["code"]; readonly suggestions: readonly Suggestion[] };

const isOfTheHouse = (userType: unknown): boolean => peopleOfTheHouse.some((one) => one === userType);

/** The rows that a file may refer to by name, code or number, as the person who imports sees them. */
export class Directory {
  /** Per level of names: scope and name → rows. */
  private readonly levels: Map<string, Entry[]>[] = [];
  /** Scope and folded name → rows, for names that are words. */
  private readonly alike = new Map<string, Entry[]>();
  private readonly scopes = new Map<string, (readonly [string, Entry])[]>();
  private readonly answers = new Map<string, Finding>();
  private readonly countries = new Map<string, string>();
  private guesses = 0;

  private constructor(private readonly ofAccount: boolean) {}

  static async load(backend: BackendClient, target: EntityTypeName): Promise<Directory> {
    const source = sources[target];
    if (!source) throw new Error(`Nothing says how ${target} is named in a file.`);
    const directory = new Directory(source.ofAccount ?? false);
    const more = [
      ...(source.ofAccount ? ["account"] : []),
      ...(source.country ? ["country"] : []),
      ...(target === "user" ? ["user_type", "status"] : []),
    ];
    const fields = [...new Set([...source.names, ...source.label, ...more])];
    const rows = await backend.listAll(target, () =>
      new DrupalJsonApiParams().addFields(`${target}--${target}`, fields),
    );
    for (const row of rows)
      if (target !== "user" || isOfTheHouse(Reflect.get(row, "user_type"))) directory.add(row, source);
    return directory;
  }

  private add(row: object & { id: string }, source: ReferenceSource): void {
    const account: unknown = Reflect.get(row, "account");
    const country: unknown = Reflect.get(row, "country");
    if (typeof country === "string") this.countries.set(row.id, country);
    const scope =
      source.ofAccount && typeof account === "object" && account !== null && "id" in account ? String(account.id) : "";
    const words = source.names.map((name) => wordsOf(Reflect.get(row, name)));
    const label = source.label.flatMap((name) => wordsOf(Reflect.get(row, name))).join(" · ");
    const blocked = Reflect.get(row, "status") === false;
    const entry: Entry = { id: row.id, blocked, word: words.flat()[0] ?? "", label };
    for (const [level, found] of words.entries()) {
      const map = this.levels[level] ?? new Map<string, Entry[]>();
      this.levels[level] = map;
      for (const word of found) {
        append(map, `${scope}/${codeText(word)}`, entry);
        if (source.ofAccount && !source.words.includes(source.names[level] ?? ""))
          append(map, `${anyAccount}/${codeText(word)}`, entry);
        if (source.words.includes(source.names[level] ?? "")) append(this.alike, `${scope}/${foldWords(word)}`, entry);
        append(this.scopes, scope, [fold(word), entry] as const);
      }
    }
  }

  countryOf(id: string): string | undefined {
    return this.countries.get(id);
  }

  /** What `text` means; `accountId` where the rows belong to accounts. */
  find(text: string, accountId: string | undefined): Finding {
    const scope = this.ofAccount ? (accountId ?? anyAccount) : "";
    const key = `${scope}/${codeText(text)}`;
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.look(text, scope, key);
    this.answers.set(key, answer);
    return answer;
  }

  private look(text: string, scope: string, key: string): Finding {
    for (const level of this.levels) {
      const found = level.get(key);
      if (found) return only(found);
    }
    const word = foldWords(text);
    const alike = word ? this.alike.get(`${scope}/${word}`) : undefined;
    if (alike) return only(alike, true);
    this.guesses += 1;
    // Guessing reads every name: a file of nothing but strangers gets none after a while.
    const near = this.guesses > 200 ? [] : nearest(text, this.scopes.get(scope) ?? []);
    return { id: undefined, code: "reference_unknown", suggestions: near.map(suggestion) };
  }
}

/** The one row of all found. */
function only(found: readonly Entry[], near = false): Finding {
  // Of two people of one name the one who is there is meant.
  const there = found.some(({ blocked }) => !blocked) ? found.filter(({ blocked }) => !blocked) : found;
  const [first] = there;
  if (first && there.every(({ id }) => id === first.id))
    return { id: first.id, ...(near && { readAs: first.label }), ...(first.blocked && { blocked: true }) };
  return { id: undefined, code: "reference_ambiguous", suggestions: found.slice(0, 3).map(suggestion) };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
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
