import { expect, test } from "vitest";
import { ageSpans, isOfAge } from "./ages";

const spans = ageSpans("2026-11-29", "Europe/Paris");
const ageOf = (instant: string) => spans.filter((span) => isOfAge(span, instant)).map(({ age }) => age);

test.each<[string, string]>([
  ["2026-11-29T12:00:00+00:00", "30"],
  // Midnight where the brand is, which has an hour less to UTC than in summer.
  ["2026-10-29T23:00:00+00:00", "30"],
  ["2026-10-29T22:59:59+00:00", "60"],
  ["2026-09-29T22:00:00+00:00", "60"],
  ["2026-09-29T21:59:59+00:00", "90"],
  ["2026-08-30T22:00:00+00:00", "90"],
  ["2020-01-01T00:00:00+00:00", "older"],
])("what was found at %s has one age: %s", (instant, age) => expect(ageOf(instant)).toEqual([age]));
