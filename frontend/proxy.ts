import { type NextRequest, NextResponse } from "next/server";
import { addressHeader } from "@/server/wanted-address";

/** Inline scripts are the page's own: those that carry the number made for this answer. Styles are set by scripts, place by place. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** A layout isn't told the address that was asked for; where it sends to the sign-in page it needs it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search);
  // The renderer finds its number in the policy, the theme's script in a header of its own.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Pages only: what goes through here is kept in memory, and uploads must not be. */
export const config = { matcher: "/((?!api/|webhooks/|_next/|favicon).*)" };
