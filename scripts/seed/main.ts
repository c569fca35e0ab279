/** `npm run seed -- <base-url>`: creates the demo brands on a running backend. Safe to repeat. */
import { seedDemo } from "./seed.ts";

const baseUrl = process.argv[2];
if (!baseUrl) {
  console.error("Usage: npm run seed -- <base-url>");
  process.exit(1);
}
await seedDemo({
  baseUrl,
  adminPassword: process.env["SW_ADMIN_PASSWORD"] ?? "admin",
  log: (message) => console.log(message),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
