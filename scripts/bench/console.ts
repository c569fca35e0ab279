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
import { createWorld } from "./world.ts";

const gridRows = 100_000;

interface Stack {
  readonly consoleUrl: string;
  readonly backendUrl: string;
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
  const stack: Stack = await startStack({
    folder,
    ports: { console: 18720, backend: 18740, services: 18760 },
    say: quiet,
  });
  const browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    console.log("\nConsole in Chromium, embedded backend, demo data");
    await measurePage(browser, stack.consoleUrl);
    await measureLongGrid(browser, stack);
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function measurePage(browser: Browser, url: string): Promise<void> {
  const page = await signIn(browser, url, { name: "manager@softwhere", password: "demo-2026" });
  await page.waitForURL("**/accounts");
  for (const [what, address, shown] of [
    ["account list", "/accounts", ".account-row"],
    ["an account with its lines", await firstAccount(page), "[data-line]"],
  ] as const) {
    const scripts = await loadedScripts(page, address, shown);
    console.log(
      `  ${`JavaScript, as sent: ${what}`.padEnd(52)} ${`${(scripts.first / 1000).toFixed(0)} kB`.padEnd(30)} ${(scripts.all / 1000).toFixed(0)} kB once idle, with what panels and dialogs need`,
    );
  }
  tell("From the click on an account to its lines", await openAccounts(page));
  await page.goto("/accounts");
  await page.locator(".account-row").filter({ hasText: "Kervadec" }).click();
  await page.locator("[data-line]").first().waitFor();
  tell("Key or click to picture, editing lines of an account", await during(page, editCells));
  await page.close();
}

/** A brand of its own with as many lines as the largest customer could want; the list of them is scrolled, and edited beside. */
async function measureLongGrid(browser: Browser, stack: Stack): Promise<void> {
  const world = await createWorld(stack.backendUrl, process.env["SW_ADMIN_PASSWORD"] ?? "admin");
  await world.grow(gridRows);
  const page = await signIn(browser, stack.consoleUrl, world.login);
  await page.waitForURL("**/accounts");
  await page.goto("/lists/sw_line");
  await page.locator(".grid-row").first().waitFor();
  const rows = Number(await page.locator("[role=grid]").getAttribute("aria-rowcount")) - 1;
  tell("Key to picture, going down a long list", await during(page, scroll), `, ${rows} rows`);
  tell("Wheel to picture, the same list", await frames(page, wheel), `, ${rows} rows`);
  tell("Key or click to picture, editing beside it", await during(page, editInPanel), `, ${rows} rows`);
  await page.close();
}

async function signIn(
  browser: Browser,
  url: string,
  login: { readonly name: string; readonly password: string },
): Promise<Page> {
  const page = await browser.newPage({ baseURL: url, locale: "fr-FR", viewport: { width: 1440, height: 900 } });
  await page.goto("/login");
  await page.locator("input[autocomplete=username]").fill(login.name);
  await page.locator("input[type=password]").fill(login.password);
  await page.locator("button[type=submit]").click();
  return page;
}

async function firstAccount(page: Page): Promise<string> {
  return (await page.locator(".account-row").filter({ hasText: "Kervadec" }).getAttribute("href")) ?? "/accounts";
}

/** Bytes of scripts over the wire with an empty cache: until the page shows what it is for, and until nothing more is asked for. */
async function loadedScripts(page: Page, address: string, shown: string): Promise<{ first: number; all: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const isScript = new Set<string>();
  let sent = 0;
  session.on("Network.responseReceived", (event) => event.type === "Script" && isScript.add(event.requestId));
  session.on("Network.loadingFinished", (event) => {
    if (isScript.has(event.requestId)) sent += event.encodedDataLength;
  });
  await page.goto(address, { waitUntil: "load" });
  await page.locator(shown).first().waitFor();
  const first = sent;
  await page.waitForTimeout(5_000);
  await page.waitForLoadState("networkidle");
  await session.detach();
  return { first, all: sent };
}

/** Each account is opened for the first time: milliseconds until a line of its own is in the page, the way to the browser and back included. */
async function openAccounts(page: Page): Promise<number[]> {
  const times: number[] = [];
  const links = page.locator(".account-row").filter({ hasNotText: "Conserverie" });
  for (let index = 0; index < (await links.count()); index += 1) {
    const before = await page
      .locator("[data-line]")
      .first()
      .getAttribute("data-line", { timeout: 50 })
      .catch(() => null);
    const started = performance.now();
    await links.nth(index).click();
    await page.waitForFunction(
      (last) => ![null, undefined, last].includes(document.querySelector("[data-line]")?.getAttribute("data-line")),
      before,
    );
    times.push(performance.now() - started);
    await page.waitForTimeout(300);
  }
  return times;
}

async function scroll(page: Page): Promise<void> {
  await page.getByRole("grid").focus();
  for (const key of [
    ...Array(30).fill("ArrowDown"),
    ...Array(20).fill("PageDown"),
    "End",
    "Home",
    ...Array(10).fill("Shift+ArrowDown"),
  ]) {
    await page.keyboard.press(String(key));
    await page.waitForTimeout(30);
  }
}

/** Two screens at a time, there and back. */
async function wheel(page: Page): Promise<void> {
  await page.mouse.move(800, 500);
  for (const step of [...Array<number>(40).fill(1600), ...Array<number>(20).fill(-1600)]) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(40);
  }
}

async function editInPanel(page: Page): Promise<void> {
  for (let row = 0; row < 8; row += 1) {
    await page
      .locator(".grid-row")
      .nth(row + 2)
      .click();
    await page.locator(".panel button.field-value, .panel button.cell-value").first().waitFor();
    await page
      .locator(".panel")
      .getByRole("button", { name: /^Utilisateur/ })
      .first()
      .click();
    await page.keyboard.type(` ${row}x`, { delay: 30 });
    await page.keyboard.press("Enter");
    await page.waitForTimeout(250);
  }
}

/** The time from one picture to the next while work goes on: what a person sees of scrolling. */
async function frames(page: Page, work: (page: Page) => Promise<void>): Promise<number[]> {
  // As text: what compiles this file names inner functions with a helper that the page doesn't have.
  await page.evaluate(`window.frameTimes = []; let last = performance.now();
    requestAnimationFrame(function next(now) { window.frameTimes.push(now - last); last = now; requestAnimationFrame(next); });`);
  await work(page);
  return page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
}

async function editCells(page: Page): Promise<void> {
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
  const after = await page.evaluate(() => ({
    told: [...(window as unknown as { told: Map<number, number> }).told.values()],
    count: (performance as unknown as { interactionCount: number }).interactionCount,
  }));
  return [...after.told, ...Array<number>(Math.max(0, after.count - before - after.told.length)).fill(16)];
}

function tell(what: string, samples: readonly number[], more = ""): void {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  report(what, { p50: at(0.5), p95: at(0.95) }, `p75 ${at(0.75).toFixed(0)} ms, ${samples.length} times${more}`);
}
