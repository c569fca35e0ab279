import { describe, expect, it } from "vitest";
import { pageAddress, signInAddress } from "./wanted-address";

describe("the address somebody is led to after signing in", () => {
  it.each([
    "/accounts/4f?panels=sw_task:1,sw_site:2",
    "/lists/sw_site?q=%C3%A9t%C3%A9&sort=-number",
    "/administration#colours",
    "/apiary",
  ])("keeps a page: %s", (address) => {
    expect(pageAddress(address)).toBe(address);
  });

  it.each([
    "https://evil.test/",
    "//evil.test/",
    "///evil.test",
    "\\\\evil.test",
    "/\\evil.test",
    "/\\/evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "\t//evil.test",
    " //evil.test",
    "/.//evil.test",
    "/a/..//evil.test",
    "/%2e//evil.test",
    "javascript:alert(1)",
    "data:text/html,x",
    "accounts",
    "",
    "?to=/",
    "http:evil.test",
    "@evil.test",
    "//evil.test@console.invalid",
    "//console.invalid/accounts",
    `/${"x".repeat(3000)}`,
    undefined,
    null,
    7,
    ["/accounts", "/x"],
  ])("refuses what may lead elsewhere: %j", (address) => {
    const found = pageAddress(address);
    expect(found === undefined || new URL(found, "https://console.example").origin === "https://console.example").toBe(
      true,
    );
    expect(found ?? "").not.toMatch(/^\/[/\\]/);
    expect(signInAddress(address)).toBe("/login");
  });

  it.each(["/login?to=/login", "/api/sign-out", "/api/export?type=sw_site", "/_next/image", "/x/../api/sign-out"])(
    "refuses what is no page: %s",
    (address) => {
      expect(pageAddress(address)).toBeUndefined();
    },
  );

  it("is carried along as one value, and left out where it is the start", () => {
    expect(signInAddress("/lists/sw_site?q=a&b=c#d")).toBe("/login?to=%2Flists%2Fsw_site%3Fq%3Da%26b%3Dc%23d");
    expect(signInAddress("/accounts")).toBe("/login");
    expect(signInAddress("/lists", "/api/sign-out")).toBe("/api/sign-out?to=%2Flists");
  });
});
