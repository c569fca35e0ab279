import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import en from "../../messages/en.json";
import fr from "../../messages/fr.json";

type Messages = { readonly [key: string]: string | Messages };

const flat = (messages: Messages, prefix = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const languages = { fr: new Map(flat(fr)), en: new Map(flat(en)) };
const told = Object.entries(languages).flatMap(([language, messages]) =>
  [...messages].map(([key, text]) => ({ at: `${language} ${key}`, text })),
);

/** Whether a message can come out as no text at all: then its key would be shown. */
function canBeEmpty(elements: readonly MessageFormatElement[]): boolean {
  return elements.every((element) => {
    if (element.type === TYPE.literal) return element.value.trim() === "";
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return false;
    return Object.values(element.options).some(({ value }) => canBeEmpty(value));
  });
}

function choices(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return choices(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    return [Object.keys(element.options), ...Object.values(element.options).flatMap(({ value }) => choices(value))];
  });
}

/** A choice without `other` is refused by the parser, as it would be on the screen. */
test("every message is one, whatever is counted or chosen in it", () => {
  const wrong = told.flatMap(({ at, text }) => {
    try {
      const elements = parse(text);
      if (choices(elements).some((options) => !options.includes("other"))) return [`${at}: no "other"`];
      return canBeEmpty(elements) ? [`${at}: may come out empty`] : [];
    } catch (error) {
      return [`${at}: ${String(error)}`];
    }
  });
  expect(wrong).toEqual([]);
});

test("what comes out empty is found, an empty part of a longer message isn't meant", () => {
  expect(canBeEmpty(parse("{count, plural, =0 {} other {# stay}}"))).toBe(true);
  expect(canBeEmpty(parse("{count, plural, one {#} other {{kind, select, a {} other {x}}}}"))).toBe(true);
  expect(canBeEmpty(parse("{count, plural, =0 {} other {# stay}}."))).toBe(false);
  expect(() => parse("{count, plural, one {#}}")).toThrow();
});

const root = fileURLToPath(new URL("../../../", import.meta.url));
const filesBelow = (part: string) =>
  readdirSync(root + part, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: `${part}/${file}`, text: readFileSync(`${root}${part}/${file}`, "utf8") }));
const sources = ["app", "base", "ui", "verticals", "server", "i18n"].flatMap((part) => filesBelow(`frontend/${part}`));
const services = ["base", "verticals", "platform", "model"].flatMap((part) => filesBelow(`services/${part}`));

/** What a source names: of each use the keys it may mean, one for each namespace that its function has in that file. */
function usesOf(text: string): RegExp[][] {
  const spaces = new Map<string, string[]>();
  for (const [, name = "", space = ""] of text.matchAll(
    /const (\w+) = (?:await )?(?:useTranslations|getTranslations)\((?:"([^"]*)")?\)/g,
  ))
    spaces.set(name, [...(spaces.get(name) ?? []), space]);
  return [...spaces].flatMap(([name, prefixes]) =>
    [...text.matchAll(new RegExp(`\\b${name}(?:\\.(?:rich|raw|markup))?\\(\\s*(?:"([^"]+)"|\`([^\`]+)\`)`, "g"))].map(
      ([, key, made]) =>
        prefixes.map((prefix) => {
          const whole = (prefix ? `${prefix}.` : "") + (key ?? made ?? "");
          const parts = whole.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
          return new RegExp(`^${parts.join("[^.]+")}$`);
        }),
    ),
  );
}

test("every key that a screen names is there in both languages", () => {
  const missing = sources.flatMap(({ file, text }) =>
    usesOf(text).flatMap((meant) =>
      Object.entries(languages).flatMap(([language, messages]) =>
        meant.some((pattern) => [...messages.keys()].some((key) => pattern.test(key)))
          ? []
          : [`${file}: ${meant.map(({ source }) => source).join(" or ")} (${language})`],
      ),
    ),
  );
  expect(missing).toEqual([]);
  expect([...languages.en.keys()].sort()).toEqual([...languages.fr.keys()].sort());
});

test("every message is used", () => {
  const uses = sources.flatMap(({ text }) => usesOf(text).flat());
  // Codes of the services and words of the model are keys too, whole or as the end of one.
  const words = new Set(
    [...sources, ...services].flatMap(({ text }) =>
      [...text.matchAll(/["'`]([\w.-]+)["'`]|\b(\w+)\??:/g)].map(([, quoted, member]) => quoted ?? member),
    ),
  );
  const named = (key: string) => {
    const steps = key.split(".");
    return steps.some((_, index) => words.has(steps.slice(index).join(".")));
  };
  // Keys that are put together from a value and what a source says.
  const made = sources.flatMap(({ text }) =>
    [...text.matchAll(/`([\w.]*)\$\{[^}`]*\}([\w.]{4,})`/g)].map(
      ([, start = "", end = ""]) => new RegExp(`(^|\\.)${start}\\w+${end}$`),
    ),
  );
  // A module that isn't there left its messages: none of them is named by anything.
  const spaces = new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/(?:useTranslations|getTranslations)(?:<|\()"([^".]*)/g)].map(([, space]) => space),
    ),
  );
  const isThere = (key: string) => spaces.has(key.split(".")[0]) || uses.some((pattern) => pattern.test(key));
  const unused = [...languages.fr.keys()].filter(
    (key) => isThere(key) && !named(key) && ![...uses, ...made].some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
