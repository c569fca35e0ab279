/**
 * `tsx scripts/seed/service-accounts.ts <base-url> <file> [role]`: one user for the platform's services in every brand of the backend that has none
 * in the file yet, with the business role `service` or the one named. The file is for the services alone (mode 0600).
 */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { JsonApiClient } from "./jsonapi-client.ts";

const [baseUrl, file, role = "service"] = process.argv.slice(2);
if (!baseUrl || !file) {
  console.error("Usage: tsx scripts/seed/service-accounts.ts <base-url> <file> [role]");
  process.exit(1);
}
try {
  const known: { name: string; password: string; brand: string }[] = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : [];
  const admin = await JsonApiClient.signIn(baseUrl, "admin", process.env["SW_ADMIN_PASSWORD"] ?? "admin");
  const brands = (await admin.send("GET", "/jsonapi/sw_brand/sw_brand?fields[sw_brand--sw_brand]=name")) as {
    data: { id: string }[];
  };
  for (const { id } of brands.data) {
    if (known.some((account) => account.brand === id)) continue;
    const account = {
      name: `${role}-${id.slice(0, 8)}-${randomBytes(3).toString("hex")}`,
      password: randomBytes(24).toString("base64url"),
      brand: id,
    };
    await admin.send("POST", "/jsonapi/user/user", {
      data: {
        type: "user--user",
        id: randomUUID(),
        attributes: {
          name: account.name,
          pass: account.password,
          status: true,
          full_name: "SoftWhere",
          user_type: "internal",
          business_roles: [role],
        },
        relationships: { brand: { data: { type: "sw_brand--sw_brand", id } } },
      },
    });
    known.push(account);
    // After each, so that an interruption loses no password.
    writeFileSync(file, JSON.stringify(known, null, 2), { mode: 0o600 });
  }
  console.log(`${known.length} service accounts`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
