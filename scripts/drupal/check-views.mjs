/**
 * A listing that a site builder makes with Views shows each reader their own brand's rows, also when it comes from a cache, and a client their
 * own account's. On a seeded demo, with the Drupal of this machine.
 *
 *   node scripts/drupal/check-views.mjs <base-url>
 *
 * The exit code is 1 when something is wrong. The listing is removed at the end.
 */
import { Browser } from "./check-client.mjs";
import { runPhp } from "./environment.mjs";

const [base] = process.argv.slice(2);
if (!base) {
  console.error("Usage: node scripts/drupal/check-views.mjs <base-url>");
  process.exit(2);
}

let passed = 0;
let failed = 0;
function check(name, right) {
  if (right) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${name}`);
  }
}

const plant = (action) => {
  process.env.SW_CHECK_VIEW = action;
  return runPhp("check-views.php");
};

if ((await plant("add")) !== 0) process.exit(2);
try {
  const people = {};
  for (const name of ["manager@softwhere", "manager@connextoo", "client@softwhere"])
    people[name] = await Browser.signIn(base, name, "demo-2026");
  const read = async (name) => (await people[name].get("/admin/sw-check-view")).html;
  const [ours, theirs, nobodys] = ["Groupe Kervadec", "Laboratoires Trévarez", "Hôtels du Ponant"];
  // The second round is served from what the first one left in the caches, by people who hold the same permissions in another brand.
  for (const round of ["first", "from the cache"]) {
    const [first, second, client] = [
      await read("manager@softwhere"),
      await read("manager@connextoo"),
      await read("client@softwhere"),
    ];
    check(`${round}: one's own rows are there`, first.includes(ours) && second.includes(theirs));
    check(`${round}: another brand's are not`, !first.includes(theirs) && !second.includes(ours));
    check(`${round}: a client sees their own account only`, client.includes(ours) && !client.includes(nobodys));
  }
  check("nobody else sees anything", (await new Browser(base, "").get("/admin/sw-check-view")).status === 403);
} finally {
  await plant("remove");
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
