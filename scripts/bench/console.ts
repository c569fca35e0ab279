/// <reference lib="dom" />
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
// The scripts that start the product are plain JavaScript without types.
// @ts-expect-error
import { findChromium } from "../stack/debian.mjs";
// @ts-expect-error
import { buildConsole, root } from "../stack/install.mjs";
// @ts-expect-error
import { startStack } from "../stack/stack.mjs";
import { report } from "./measure.ts";

interface Stack {
  readonly consoleUrl: string;
  stop(): Promise<void>;
}

/** The built console in a real Chromium on the demo data: what the first page loads, how long an account takes to open, how long a key or click waits for its picture. */
export async function measureConsole(): Promise<void> {
  const quiet = () => undefined;
  const found: { path?: string; reason?: string } = await findChromium(quiet);
  if (!found.path) return console.log(`\nThe console is not measured: ${found.reason}`);
  const folder = join(root, "var", "bench", "console");
  rmSync(folder, { recursive: true, force: true });
  await buildConsole(quiet);
  const stack: Stack = await startStack({ folder, ports: { console: 18720, backend: 18740, services: 18760, search: 18780 }, say: quiet });
  const browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    console.log("\nConsole in Chromium, embedded backend, demo data");
    await measurePage(browser, stack.consoleUrl);
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function measurePage(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ baseURL: url, locale: "fr-FR", viewport: { width: 1440, height: 900 } });
  await page.goto("/login");
  await page.locator("input[autocomplete=username]").fill("manager@softwhere");
  await page.locator("input[type=password]").fill("demo-2026");
  await page.locator("button[type=submit]").click();
  await page.waitForURL("**/accounts");
  const scripts = await loadedScripts(page);
  console.log(`  ${"JavaScript of the first page, as sent".padEnd(52)} ${`${(scripts.sent / 1000).toFixed(0)} kB`.padEnd(30)} ${scripts.files} files`);
  tell("From the click on an account to its lines", await openAccounts(page));
  await page.goto("/lists/sw_line");
  await page.locator(".grid-row").first().waitFor();
  const rows = await page.locator("[role=grid]").getAttribute("aria-rowcount");
  tell("Key to picture, going down a long list", await during(page, scroll), `, ${Number(rows) - 1} rows`);
  await page.goto("/accounts");
  await page.locator(".account-row").filter({ hasText: "Kervadec" }).click();
  await page.locator("[data-line]").first().waitFor();
  tell("Key or click to picture, editing lines", await during(page, edit));
}

/** Bytes of scripts over the wire with an empty cache, until nothing more is asked for. */
async function loadedScripts(page: Page): Promise<{ sent: number; files: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const isScript = new Set<string>();
  let sent = 0;
  session.on("Network.responseReceived", (event) => event.type === "Script" && isScript.add(event.requestId));
  session.on("Network.loadingFinished", (event) => {
    if (isScript.has(event.requestId)) sent += event.encodedDataLength;
  });
  await page.goto("/accounts", { waitUntil: "networkidle" });
  await session.detach();
  return { sent, files: isScript.size };
}

/** Each account is opened for the first time: milliseconds until a line of its own is in the page, the way to the browser and back included. */
async function openAccounts(page: Page): Promise<number[]> {
  const times: number[] = [];
  const links = page.locator(".account-row").filter({ hasNotText: "Conserverie" });
  for (let index = 0; index < (await links.count()); index += 1) {
    const before = await page.locator("[data-line]").first().getAttribute("data-line", { timeout: 50 }).catch(() => null);
    const started = performance.now();
    await links.nth(index).click();
    await page.waitForFunction((last) => ![null, undefined, last].includes(document.querySelector("[data-line]")?.getAttribute("data-line")), before);
    times.push(performance.now() - started);
    await page.waitForTimeout(300);
  }
  return times;
}

async function scroll(page: Page): Promise<void> {
  await page.getByRole("grid").focus();
  for (const key of [...Array(30).fill("ArrowDown"), ...Array(20).fill("PageDown"), "End", "Home", ...Array(10).fill("Shift+ArrowDown")]) {
    await page.keyboard.press(String(key));
    await page.waitForTimeout(30);
  }
}

async function edit(page: Page): Promise<void> {
  for (let row = 0; row < 8; row += 1) {
    await page.locator("[data-line] button.cell-value").nth(row).click();
    await page.keyboard.type(` ${row}x`, { delay: 30 });
    await page.keyboard.press("Enter");
    await page.waitForTimeout(250);
  }
}

/** The time from each key or click to the next picture, as the browser tells it; what took under 16 ms is not told and counts as 16. */
async function during(page: Page, work: (page: Page) => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const told = new Map<number, number>();
    Object.assign(window, { told });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id = "interactionId" in entry ? Number(entry.interactionId) : 0;
        if (id > 0) told.set(id, Math.max(told.get(id) ?? 0, entry.duration));
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  const before = await page.evaluate(() => (performance as unknown as { interactionCount: number }).interactionCount);
  await work(page);
  await page.waitForTimeout(500);
  const after = await page.evaluate(() => ({ told: [...(window as unknown as { told: Map<number, number> }).told.values()], count: (performance as unknown as { interactionCount: number }).interactionCount }));
  return [...after.told, ...Array<number>(Math.max(0, after.count - before - after.told.length)).fill(16)];
}

function tell(what: string, samples: readonly number[], more = ""): void {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  report(what, { p50: at(0.5), p95: at(0.95) }, `p75 ${at(0.75).toFixed(0)} ms, ${samples.length} times${more}`);
}
