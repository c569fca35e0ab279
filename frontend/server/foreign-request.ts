/**
 * Whether a page of another origin made the browser send this request. The cookie's SameSite keeps most of them away; this also holds for
 * other hosts of the same site, and before a body is read. What no browser sent names no origin and is judged by its session alone.
 */
export function isForeign(request: { readonly headers: Headers }): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host");
}
