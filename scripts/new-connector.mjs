/** `npm run new:connector <vendor> [--files]`: an operator's adapter with its empty form, which its test passes. The rest is written down in the README of telecom's suppliers. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./stack/install.mjs";

const places = "services/verticals/telecom/suppliers/adapters";

/** The files of an adapter that offers nothing yet but to prove a connection, by name. */
export function emptyForm(vendor, isByFiles) {
  const way = isByFiles
    ? `folder: { out: orders, in: answers, separator: ';' }
limit: { files: 5000, bytes: 2000000, rows: 50000 }

operations:
  prove: { folder: true }
`
    : `origin: https://${vendor}.example
auth: bearer
limit: { requests: 10, seconds: 1 }
busy: { status: [429], after: retry-after }
errors: { text: [message] }
pages: { cursor: cursor, size: { name: limit, value: 100 }, items: items, next: next_cursor, more: has_more }

operations:
  prove: { get: /me, record: company }
`;
  return {
    [`${vendor}.yml`]: `# What of it is assumed stands in ../../README.md, every key in the README of the base's connectors.
name: ${vendor}
label: ${vendor}
${way}
# An ability is offered once its operation is here: create_line, modify_line, modify_options, terminate_line, port_in, order_sim,
# find_order (without it nothing is ordered), cancel_order, changed_orders, inventory, eligibility.
words: {}
records:
  company: { id: id id, name: name text, registration: registration text? }
`,
    [`${vendor}.ts`]: `import { loadVendor } from "../../../../../base/connectors/index.ts";
import { supplierOf } from "../../from-vendor.ts";

export const ${vendor} = supplierOf(loadVendor(new URL("./${vendor}.yml", import.meta.url)));
`,
    [`${vendor}.test.ts`]: `import { expect, test } from "vitest";
import { ConnectorRegistry } from "../../../../../base/connectors/registry.ts";
import { ${vendor} } from "./${vendor}.ts";

// With a simulator: supplierKit(${vendor}, …), which asks for all that an adapter has to hold.
test("offers what its file has", async () => {
  const { abilities } = await new ConnectorRegistry([${vendor}]).describe("${vendor}");
  expect(abilities).toEqual({ supplier: ["prove"] });
});
`,
  };
}

function write(vendor, isByFiles) {
  const folder = join(root, places, vendor);
  if (existsSync(folder)) return `${places}/${vendor} is there already.`;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(emptyForm(vendor, isByFiles))) writeFileSync(join(folder, name), text);
  const list = join(root, places, "index.ts");
  const text = readFileSync(list, "utf8")
    .replace("\n\nexport const", `\nimport { ${vendor} } from "./${vendor}/${vendor}.ts";\n\nexport const`)
    .replace(/\];\n$/, `, ${vendor}];\n`);
  writeFileSync(list, text);
  console.log(`${places}/${vendor}: fill in ${vendor}.yml, then npx vitest run ${places}/${vendor}`);
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [vendor = "", ...rest] = process.argv.slice(2);
  const isNamed = /^[a-z][a-z0-9]*$/.test(vendor) && rest.every((one) => one === "--files");
  const wrong = isNamed
    ? write(vendor, rest.length > 0)
    : "npm run new:connector <vendor> [--files]: a name of small letters and digits.";
  if (wrong) console.error(wrong);
  process.exit(wrong ? 1 : 0);
}
