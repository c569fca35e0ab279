import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("values under a secret's name never reach the output", () => {
  const secrets = ["pass", "password", "token", "cookie", "authorization", "secret", "pin", "puk"];
  const told = Object.fromEntries(secrets.map((name) => [name, `canary-${name}`]));
  const module = new URL("./logger.ts", import.meta.url).href;
  const script = `import { createLogger } from ${JSON.stringify(module)};
    const log = createLogger("trial");
    log.info(${JSON.stringify({ ...told, headers: told, kept: "shown" })}, "two\\nlines");`;
  const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  expect(output).not.toContain("canary");
  expect(output.trim().split("\n")).toHaveLength(1);
  const { time, ...line } = JSON.parse(output) as Record<string, unknown>;
  expect(line).toMatchObject({ name: "trial", kept: "shown", msg: "two\nlines", pin: "[redacted]" });
  expect(Math.abs(Date.now() - Number(time))).toBeLessThan(60_000);
});
