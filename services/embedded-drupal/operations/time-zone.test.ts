import { expect, test } from "vitest";
import { isTimeZone } from "./time-zone.ts";

test.each([
  "Europe/Paris",
  "America/Martinique",
  "Indian/Reunion",
  "US/Eastern",
  "America/Argentina/Ushuaia",
  "America/Port-au-Prince",
  "Etc/GMT+1",
  "UTC",
  "CET",
  "EST5EDT",
])("%s is a time zone", (name) => expect(isTimeZone(name)).toBe(true));

test.each([
  "europe/paris",
  "Europe/PARIS",
  "Europe/Quimper",
  "+01:00",
  "UTC+1",
  "PST",
  "SystemV/PST8",
  "Paris",
  "Europe/",
  " UTC",
])("%s is none", (name) => expect(isTimeZone(name)).toBe(false));
