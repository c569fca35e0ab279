import { sql } from "kysely";
import type { Backend } from "../context/request-context.ts";
import { type Answer, jsonAnswer } from "../response/answer.ts";

const noStore = { "Cache-Control": "private, no-store" };

/** What a sign-in page shows before anybody is known. The host name is public, and so is what is told of its brand: nothing else. */
export async function brandOfHost(backend: Backend, hostname: string): Promise<Answer> {
  const { rows } = await sql<{
    name: string | null;
    locale: string | null;
    primary: string | null;
    secondary: string | null;
    logo: string | null;
    mime: string | null;
  }>`
    SELECT b.f_name AS name, b.f_locale AS locale, b.f_primary_color AS primary, b.f_secondary_color AS secondary, l.uuid AS logo, l.f_filemime AS mime
    FROM ${sql.table(backend.types.brand.table)} AS b LEFT JOIN ${sql.table(backend.types.file.table)} AS l ON l.id = b.f_logo
    WHERE lower(b.f_hostname) = ${hostname.toLowerCase()} LIMIT 1`.execute(backend.db);
  const brand = rows[0];
  if (!brand) return jsonAnswer({ message: "No brand has this host name." }, 404, noStore);
  const logo = brand.logo ? await contentOf(backend, brand.logo) : null;
  return jsonAnswer(
    {
      name: brand.name ?? "",
      locale: brand.locale,
      primary_color: brand.primary,
      secondary_color: brand.secondary,
      logo: logo && `data:${brand.mime ?? "image/svg+xml"};base64,${logo.toString("base64")}`,
    },
    200,
    noStore,
  );
}

async function contentOf(backend: Backend, uuid: string): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of backend.files.read(uuid)) parts.push(Buffer.from(part as Uint8Array));
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}
