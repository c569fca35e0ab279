import type { Call } from "../vendor/watch.ts";
import { dots, errorWords, firstWord, keptNames, mark, memberName, wholeErrors } from "./kept.ts";

/** A call as it may be read. */
export interface Redacted {
  readonly path: string;
  readonly request: string;
  readonly response: string;
  /** An error's words, where they are told. */
  readonly said: string | null;
  /** What it is found by: parts of its path, ids and references in it. */
  readonly terms: readonly string[];
}

/** Larger bodies are told by their size alone: reading them would keep others waiting. */
const largestBody = 100_000;
const longestText = 4_000;
const longestPath = 500;
const mostValues = 300;
const mostOfAList = 10;
const mostTerms = 60;
/** Of all others the value is dots. */
const plainHeaders: ReadonlySet<string> = new Set(["accept", "content-type"]);

export function redacted({ vendor, operation, asked, answer, cover }: Call): Redacted {
  const terms = new Set<string>();
  const keep = new Set([...keptNames, ...vendor.journal.keep]);
  const url = new URL(asked.url);
  const request = new Redaction(keep, terms);
  const query = [...url.searchParams].map(([name, value]) => `${name}=${request.parameter(name, value)}`);
  const path = `${pathOf(url.pathname, operation.path, keep)}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  for (const term of [...termsOf(path), answer.ok ? String(answer.value.status) : answer.failure.code]) terms.add(term);
  const body = asked.body === undefined ? "" : request.body(Buffer.from(asked.body));
  const isRefused = !answer.ok || answer.value.status >= 300;
  const answered = new Redaction(keep, terms, isRefused ? vendor.errors.text : [], request.covered);
  const end = (text: string, most = longestText) => {
    // The database takes neither a zero nor half a character.
    const safe = cover(text).replace(/[\0\p{Cs}]/gu, "");
    return safe.length > most ? `${safe.slice(0, most).replace(/\p{Cs}$/u, "")}…` : safe;
  };
  const signed = Object.keys(asked.headers ?? {}).flatMap((name) =>
    plainHeaders.has(name) ? [] : [`${name}: ${dots}`],
  );
  const response = answer.ok ? answered.body(answer.value.body) : answer.failure.message;
  return {
    path: end(path, longestPath),
    request: end([...signed, ...(body ? [body] : [])].join("\n")),
    response: end(response),
    said: answered.said === undefined || !/\p{L}/u.test(answered.said) ? null : end(answered.said),
    terms: [...terms].filter((term) => cover(term) === term).slice(0, mostTerms),
  };
}

/** What somebody looks for, or what is found: small, between the signs of an address. */
export const termsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s/?&=,"{}[\]]+/)
    .filter((term) => term !== "" && !term.includes("•") && term.length <= 128);

/** A place's name stands where the vendor's file has it; what was filled in is kept like any member. */
function pathOf(path: string, template: string, keep: ReadonlySet<string>): string {
  const pattern = template.split("/");
  return path
    .split("/")
    .map((step, index) => {
      const names = [...(pattern[index] ?? "").matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = ""]) => name);
      return names.length === 0 || (names.every((name) => keep.has(name)) && mark.test(step)) ? step : dots;
    })
    .join("/");
}

class Redaction {
  /** Values that were covered: an error that repeats one doesn't tell it. */
  readonly covered = new Set<string>();
  said: string | undefined;
  #left = mostValues;

  constructor(
    private readonly keep: ReadonlySet<string>,
    private readonly terms: Set<string>,
    /** Where words of an error lie. */
    private readonly wordsAt: readonly string[] = [],
    private readonly known: ReadonlySet<string> = new Set(),
  ) {}

  body(body: Buffer): string {
    if (body.length === 0) return "";
    if (body.length > largestBody) return `(${body.length} bytes)`;
    const json = parsed(body.toString("utf8"));
    return json === undefined ? `(${body.length} bytes, no JSON)` : JSON.stringify(this.#value(json, "", ""), null, 1);
  }

  /** Some are JSON. */
  parameter(name: string, value: string): string {
    const json = /^[[{]/.test(value) ? parsed(value) : undefined;
    return json === undefined ? String(this.#value(value, name, name)) : JSON.stringify(this.#value(json, name, name));
  }

  #value(value: unknown, name: string, path: string): unknown {
    if (value === null || typeof value === "boolean" || value === "") return value;
    if (--this.#left < 0) return "…";
    if (Array.isArray(value)) {
      const shown = value.slice(0, mostOfAList).map((one, index) => this.#value(one, name, `${path}.${index}`));
      return value.length > mostOfAList ? [...shown, `… ${value.length - mostOfAList}`] : shown;
    }
    if (typeof value === "object") return this.#members(value as Record<string, unknown>, path);
    const text = String(value);
    if (this.wordsAt.includes(path)) {
      const words = this.#words(text);
      this.said ??= words;
      return words;
    }
    if (this.keep.has(name) && mark.test(text)) {
      if (text.length > 1) this.terms.add(text.toLowerCase());
      return value;
    }
    this.covered.add(text);
    return dots;
  }

  #members(value: Record<string, unknown>, path: string): unknown {
    // A filter: what is compared is what its field is.
    const { field } = value;
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, mostValues)
        .map(([name, inner]) => [
          memberName.test(name) || this.keep.has(name) ? name : dots,
          this.#value(
            inner,
            name === "value" && typeof field === "string" ? field : name,
            path === "" ? name : `${path}.${name}`,
          ),
        ]),
    );
  }

  #words(text: string): string {
    if (wholeErrors.has(text.toLowerCase())) return text;
    const safe = [...this.known]
      .filter((value) => value.length > 2)
      .reduce((rest, value) => rest.replaceAll(value, dots), text.slice(0, 500));
    const words = safe.split(/\s+/);
    return words
      .map((word, index) => {
        const [, before = "", inner = "", after = ""] = /^(["'«(“‘]*)(.*?)([.,;:!?)"'»”’]*)$/u.exec(word) ?? [];
        const isFirst = index === 0 && firstWord.test(inner) && /^\p{Ll}/u.test(words[1] ?? "");
        const isKept = inner === "" || inner === dots || isFirst || errorWords.some((shape) => shape.test(inner));
        return isKept ? word : `${before}${dots}${after}`;
      })
      .join(" ");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
