import { expect, it } from "vitest";
import { isForeign } from "./foreign-request";

const foreign = (headers: Record<string, string>) =>
  isForeign({ headers: new Headers({ host: "crm.example.test", ...headers }) });

it.each(["same-origin", "none"])("%s is ours", (site) => {
  expect(foreign({ "sec-fetch-site": site })).toBe(false);
});

it.each(["cross-site", "same-site", "", "same-origin, cross-site"])("%s isn't", (site) => {
  expect(foreign({ "sec-fetch-site": site, origin: "https://crm.example.test" })).toBe(true);
});

it("an older browser names its origin", () => {
  expect(foreign({ origin: "https://crm.example.test" })).toBe(false);
  for (const origin of [
    "https://evil.test",
    "https://crm.example.test.evil.test",
    "https://crm.example.test:8443",
    "null",
    "x",
  ])
    expect(foreign({ origin })).toBe(true);
});

it("who is no browser names neither", () => {
  expect(foreign({})).toBe(false);
});
