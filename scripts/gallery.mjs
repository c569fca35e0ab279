/**
 * `npm run gallery`: walks the console as its people do and files what they see in var/gallery, with a page to look at it all. A stack of
 * its own with fresh demo data, its own ports; `--only <parts of names, by comma>` takes some scenes, `--keep-data` the data of the last run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { galleryPage } from "./gallery/page.mjs";
import { scenes } from "./gallery/scenes.mjs";
import { fail, say } from "./stack/console-output.mjs";
import { findChromium } from "./stack/debian.mjs";
import { buildConsole, checkNode, root } from "./stack/install.mjs";
import { startStack } from "./stack/stack.mjs";

const folder = join(root, "var", "gallery");
const widths = [1440, 375, 2560];
const heights = { 375: 812, 1440: 900, 2560: 1300 };
const languages = ["fr", "en"];
const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const models = ["frontend/e2e/telecom/site-fields.entity_model.yml"];
/** A scene that hangs is given up; the others are still taken. */
const sceneTime = 60_000;

/** The console's own messages, so that one walk serves both languages; what stands in braces matches anything. */
function wordsOf(language) {
  const messages = JSON.parse(readFileSync(join(root, `frontend/messages/${language}.json`), "utf8"));
  return (path) => path.split(".").reduce((part, key) => part[key], messages);
}

async function shoot(page, scene, language) {
  const taken = [];
  for (const width of scene.widths ?? widths) {
    await page.setViewportSize({ width, height: heights[width] });
    for (const theme of ["light", ...(scene.dark && width !== 2560 ? ["dark"] : [])]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(180);
      const file = `${scene.name}-${language}-${width}${theme === "dark" ? "-dark" : ""}.png`;
      await page.screenshot({ path: join(folder, file), animations: "disabled" });
      taken.push({ file, scene: scene.name, title: scene.title, person: scene.person, language, width, theme });
    }
    await page.emulateMedia({ colorScheme: "light" });
  }
  return taken;
}

async function take(browser, stack, scene, language) {
  const known = sessions.get(`${scene.person} ${language}`);
  const context = await browser.newContext({
    ...(known && { storageState: known }),
    baseURL: stack.consoleUrl,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
  });
  context.setDefaultTimeout(15_000);
  try {
    await context.addCookies([{ name: "sw_locale", value: language, url: stack.consoleUrl }]);
    const page = await context.newPage();
    const words = wordsOf(language);
    if (scene.person && known) await page.goto("/accounts");
    else if (scene.person) {
      await signIn(page, scene.person);
      sessions.set(`${scene.person} ${language}`, await context.storageState());
    }
    const timer = setTimeout(() => void context.close(), sceneTime);
    try {
      await scene.walk({ page, words, stack, browser, language, signIn });
      return await shoot(page, scene, language);
    } finally {
      clearTimeout(timer);
    }
  } finally {
    await context.close();
  }
}

/** Who has signed in once stays so for the scenes that follow. */
const sessions = new Map();

async function signIn(page, person) {
  await page.goto("/login");
  await page.locator("input[name=name], input[autocomplete=username]").fill(person);
  await page.locator("input[type=password]").fill(person === "admin" ? "admin" : "demo-2026");
  await page.locator("button[type=submit]").click();
  await page.waitForURL(/\/(accounts|administration)/);
}

const pictures = [];
const missed = [];
let stack;
let browser;
try {
  checkNode();
  const found = await findChromium(say);
  if (!found.path) throw new Error(found.reason);
  if (process.argv.includes("--keep-data")) mkdirSync(folder, { recursive: true });
  else rmSync(folder, { recursive: true, force: true });
  await buildConsole(say);
  stack = await startStack({
    folder: join(folder, "stack"),
    ports: { console: 18600, backend: 18620, services: 18640 },
    models: models.map((file) => join(root, file)),
    say,
  });
  browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox", "--disable-gpu"] });
  const only = argument("--only")?.split(",");
  for (const scene of scenes.filter((one) => !only || only.some((part) => one.name.includes(part)))) {
    for (const language of scene.languages ?? languages) {
      try {
        pictures.push(...(await take(browser, stack, scene, language)));
      } catch (error) {
        missed.push(`${scene.name} (${language}): ${String(error.message).split("\n")[0]}`);
      }
    }
    say(`${scene.name}: ${pictures.filter((picture) => picture.scene === scene.name).length} pictures`);
  }
  const list = join(folder, "pictures.json");
  const before = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const all = [...before.filter((one) => !pictures.some((picture) => picture.file === one.file)), ...pictures];
  writeFileSync(list, JSON.stringify(all));
  writeFileSync(join(folder, "index.html"), galleryPage(all));
  say(`${pictures.length} pictures and index.html are in ${folder}`);
  for (const reason of missed) say(`NOT TAKEN ${reason}`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  await browser?.close();
  await stack?.stop();
}
process.exit(missed.length > 0 ? 1 : 0);
