/** Clients and partners: the backend shows them their own accounts only, and the console their portal. */
export const isCustomer = (viewer: { readonly userType: string }): boolean =>
  viewer.userType === "client" || viewer.userType === "partner";

const account = /^\/(?:accounts|portal)\/([0-9a-f-]{36})$/;

/**
 * Where somebody belongs who asks for an address of the other side: the same account where the address names one. Undefined where the address
 * is theirs, or everybody's.
 */
export function landing(viewer: { readonly userType: string }, address: string): string | undefined {
  const { pathname } = new URL(address, "http://console.invalid");
  if (pathname === "/my-account") return undefined;
  const inPortal = pathname === "/portal" || pathname.startsWith("/portal/");
  if (inPortal === isCustomer(viewer)) return undefined;
  const id = account.exec(pathname)?.[1];
  return `${isCustomer(viewer) ? "/portal" : "/accounts"}${id ? `/${id}` : ""}`;
}
