import { type NextRequest, NextResponse } from "next/server";
import { addressHeader } from "@/server/wanted-address";

/** A layout isn't told the address that was asked for; where it sends to the sign-in page it needs it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

/** Pages only: what goes through here is kept in memory, and uploads must not be. */
export const config = { matcher: "/((?!api/|_next/|login$|favicon).*)" };
