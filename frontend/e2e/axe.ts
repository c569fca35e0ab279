import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { signIn } from "./people";

const checked: Record<"light" | "dark", Parameters<AxeBuilder["options"]>[0]> = {
  light: {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    // Where menus and popovers are put is the library's choice (the end of the page); no criterion asks for a landmark there.
    rules: { region: { enabled: false } },
  },
  dark: { runOnly: { type: "rule", values: ["color-contrast"] } },
};

/**
 * What axe finds on the page as it stands, or in the part of it that is new, one line per finding, with the element. In the dark theme only
 * colours are different.
 */
export async function findings(page: Page, name: string, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    // A colour on its way is neither the old nor the new one.
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          (animation) =>
            animation.playState !== "running" || animation.effect?.getTiming().iterations === Number.POSITIVE_INFINITY,
        ),
    );
    const axe = new AxeBuilder({ page }).options({ ...checked[theme], resultTypes: ["violations"] });
    // The page is one frame: nothing has to be put together in a second page.
    axe.setLegacyMode();
    const { violations } = await (within ? axe.include(within) : axe).analyze();
    for (const violation of violations)
      for (const node of violation.nodes)
        found.push(
          `${name}, ${theme}: ${violation.id}: ${node.target.join(" ")}: ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? violation.help}`,
        );
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return found;
}

/** One person walks past several screens: what is found on any of them is told at the end. */
export async function walk(
  browser: Browser,
  person: string,
  steps: (page: Page, look: (name: string, within?: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  test.setTimeout(180_000);
  const context = await browser.newContext();
  const page = await context.newPage();
  const found: string[] = [];
  await signIn(page, person);
  await steps(page, async (name, within) => void found.push(...(await findings(page, name, within))));
  await context.close();
  expect(found).toEqual([]);
}
