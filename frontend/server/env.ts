import "server-only";
import * as z from "zod";

const schema = z.object({
  /** Base URL of the backend, without trailing slash. */
  SW_BACKEND_URL: z.url().default("http://127.0.0.1:8200"),
  /** Base URL of the services. */
  SW_SERVICES_URL: z.url().default("http://127.0.0.1:8300"),
  /** At least 32 characters; seals the session cookie. */
  SW_SESSION_SECRET: z.string().min(32),
  /** "1" where the console is served over HTTPS. */
  SW_SECURE_COOKIES: z.enum(["0", "1"]).default("0"),
  /** What the health answer calls this installation. */
  SW_INSTALLATION: z.string().min(1).default("softwhere"),
});

let cached: z.infer<typeof schema> | undefined;

export function env(): z.infer<typeof schema> {
  cached ??= schema.parse(process.env);
  return cached;
}
