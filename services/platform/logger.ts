import { type Logger, pino } from "pino";

export type { Logger };

const secrets = ["pass", "password", "token", "cookie", "authorization", "secret", "pin", "puk"];

/** One JSON line per event. Values under a secret's name never reach the output, at the top or one level down. */
export function createLogger(name: string, options: { level?: string } = {}): Logger {
  return pino({
    name,
    level: options.level ?? process.env["SW_LOG_LEVEL"] ?? "info",
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
  });
}
