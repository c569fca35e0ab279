/** The header in which `proxy.ts` tells a layout the address that was asked for. */
export const addressHeader = "x-sw-address";

/** Where people go who asked for nothing in particular. */
export const startPage = "/accounts";

const longest = 2000;

/**
 * The address of one of the console's pages, or undefined for anything else. It comes from a link that anybody may have written, so it must
 * never lead to another host: it is taken apart as a browser does, and what comes out is judged, not what went in.
 */
export function pageAddress(wanted: unknown): string | undefined {
  if (typeof wanted !== "string" || wanted.length > longest || !wanted.startsWith("/")) return undefined;
  const here = "http://console.invalid";
  if (!URL.canParse(wanted, here)) return undefined;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  // Dots are resolved by now: what began as /./ may begin with // here.
  if (origin !== here || pathname.startsWith("//") || /^\/(api|login|_next)(\/|$)/.test(pathname)) return undefined;
  return pathname + search + hash;
}

/** The sign-in page, which leads on to the address. */
export function signInAddress(wanted: unknown, at = "/login"): string {
  const address = pageAddress(wanted);
  return address === undefined || address === startPage || address === "/"
    ? at
    : `${at}?to=${encodeURIComponent(address)}`;
}
