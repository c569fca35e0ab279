import { env } from "@/server/env";

/** For who starts or watches the console. Names the installation, so that nobody takes another's console for its own. */
export function GET(): Response {
  return Response.json({ ok: true, installation: env().SW_INSTALLATION });
}

export const dynamic = "force-dynamic";
