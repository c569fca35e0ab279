import { describe, expect, it } from "vitest";
import { keepNewestAddress } from "./newest-address.ts";

const origin = "https://console.example";

/** A browser's window as far as the address goes. */
function openWindow(path: string) {
  const entries = [`${origin}${path}`];
  let at = 0;
  const location = {
    get href() {
      return entries[at] ?? "";
    },
  };
  const listeners: (() => void)[] = [];
  const history = {
    pushState(_data: unknown, _unused: string, url?: string | URL | null) {
      at += 1;
      entries.splice(at, entries.length, new URL(url ?? "", entries[at - 1]).href);
    },
    replaceState(_data: unknown, _unused: string, url?: string | URL | null) {
      entries[at] = new URL(url ?? "", entries[at]).href;
    },
  };
  const opened = {
    history,
    location,
    addEventListener: (_type: "popstate", listener: () => void) => void listeners.push(listener),
  };
  keepNewestAddress(opened);
  return {
    address: () => location.href.slice(origin.length),
    entries: () => entries.length,
    write: (url: string) => opened.history.replaceState(null, "", url),
    push: (url: string) => opened.history.pushState(null, "", url),
    routerShows: (url: string) => opened.history.replaceState({ __NA: true }, "", url),
    routerGoes: (url: string) => opened.history.pushState({ __NA: true }, "", url),
    back() {
      at -= 1;
      for (const listener of listeners) listener();
    },
  };
}

describe("the address", () => {
  it("is the newest while the router shows the ones before it", () => {
    const page = openWindow("/accounts/a");
    page.write("/accounts/a?sites=1");
    page.write("/accounts/a?sites=1,2");
    for (const older of ["/accounts/a", "/accounts/a?sites=1"]) {
      page.routerShows(older);
      expect(page.address()).toBe("/accounts/a?sites=1,2");
    }
    page.routerShows("/accounts/a?sites=1,2");
    expect(page.address()).toBe("/accounts/a?sites=1,2");
  });

  it("is that of another account while the router still shows the account before", () => {
    const page = openWindow("/accounts/a");
    page.write("/accounts/a?q=x");
    page.push("/accounts/b");
    page.routerShows("/accounts/a?q=x");
    expect(page.address()).toBe("/accounts/b");
    page.routerShows("/accounts/b");
    expect([page.address(), page.entries()]).toEqual(["/accounts/b", 2]);
  });

  it("is where the router leads", () => {
    const page = openWindow("/accounts/a");
    page.write("/accounts/a?sites=1");
    page.routerGoes("/deployments");
    page.routerShows("/deployments");
    expect(page.address()).toBe("/deployments");
    page.write("/deployments?view=calendar");
    page.routerShows("/login");
    expect(page.address()).toBe("/login");
    // What was on the way there is no longer.
    page.routerShows("/deployments");
    expect(page.address()).toBe("/deployments");
  });

  it("is where one went back to, though the router shows what was chosen before", () => {
    const page = openWindow("/accounts/a");
    page.push("/accounts/a?panels=x");
    page.back();
    page.routerShows("/accounts/a?panels=x");
    expect(page.address()).toBe("/accounts/a");
    page.routerShows("/accounts/a");
    page.write("/accounts/a?sites=1");
    expect(page.address()).toBe("/accounts/a?sites=1");
  });

  it("may be the one from before again", () => {
    const page = openWindow("/accounts/a");
    page.write("/accounts/a?sites=1");
    page.write("/accounts/a");
    page.routerShows("/accounts/a?sites=1");
    expect(page.address()).toBe("/accounts/a");
    page.routerShows("/accounts/a");
    expect(page.address()).toBe("/accounts/a");
  });
});
