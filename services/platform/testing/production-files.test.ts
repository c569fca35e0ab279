import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = (path: string) => readFileSync(join(root, path), "utf8");
const compose = parse(source("docker-compose.yml"), { merge: true }) as {
  services: Record<string, { profiles?: string[]; restart?: string; healthcheck?: { test: string[] } }>;
};

it("every service that goes on has a health check", () => {
  for (const [name, service] of Object.entries(compose.services)) {
    if (service.restart === undefined) expect(service.profiles, name).toEqual(["install"]);
    else expect(service.healthcheck?.test.length, name).toBeGreaterThan(1);
  }
});

it("text is compared as in the tests, by the database and by Drupal", () => {
  const collation = /"(utf8mb4_\w+)"/.exec(source("scripts/drupal/settings.mjs"))?.[1] ?? "none";
  expect(collation).toBe("utf8mb4_uca1400_nopad_as_ci");
  expect(source("docker/drupal/settings.php")).toContain(`'${collation}'`);
  expect(source("docker-compose.yml")).toContain(`--collation-server=${collation}`);
  for (const path of ["docker-compose.yml", "docker/drupal/settings.php"])
    expect(source(path)).not.toContain("general_ci");
});

it("each secret is made, different, for its owner alone, and kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "secrets-"));
  try {
    const file = join(folder, ".env");
    const make = () => execFileSync(process.execPath, [join(root, "scripts/secrets.mjs"), file], { encoding: "utf8" });
    make();
    const first = readFileSync(file, "utf8");
    const values = Object.fromEntries(
      first
        .trim()
        .split("\n")
        .map((line) => line.split("=", 2) as [string, string]),
    );
    const needed = new Set([...source("docker-compose.yml").matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name ?? ""));
    expect(Object.keys(values).toSorted()).toEqual([...needed].toSorted());
    const secrets = Object.entries(values).filter(([name]) => name !== "SW_PLATFORM_ACCOUNT");
    expect(new Set(secrets.map(([, value]) => value)).size).toBe(secrets.length);
    for (const [name, value] of secrets)
      if (name.endsWith("_KEYS")) expect(value, name).toMatch(/^first:[\w+/]{43}$/);
      else expect(value.length, name).toBe(48);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(make()).toContain("has everything");
    expect(readFileSync(file, "utf8")).toBe(first);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
