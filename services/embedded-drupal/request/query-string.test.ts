import { describe, expect, it } from "vitest";
import { buildQuery, normaliseQuery, parseQuery } from "./query-string.ts";

describe("query strings", () => {
  it("are written again as they were read", () => {
    const text =
      "page%5Blimit%5D=2&filter%5Ba%5D%5Bvalue%5D%5B0%5D=x&fields%5Bsw_account--sw_account%5D=siren%2Cstatus";
    expect(buildQuery(parseQuery(text))).toBe(text);
  });

  it("number appended items", () => {
    expect(buildQuery(parseQuery("a[]=1&a[]=2"))).toBe("a%5B0%5D=1&a%5B1%5D=2");
  });

  it("sort their top level for the self link", () => {
    expect(buildQuery(normaliseQuery(parseQuery("sort=a&fields[x]=y&include=z")))).toBe(
      "fields%5Bx%5D=y&include=z&sort=a",
    );
  });

  it("can't reach an object's prototype", () => {
    expect(parseQuery("__proto__[x]=1").get("__proto__")).toBeInstanceOf(Map);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});
