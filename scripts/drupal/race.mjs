/**
 * Six saves of one row at once: one is stored, five are told about the conflict, and the row can still be changed.
 *
 *   node scripts/drupal/race.mjs <base-url> [--rounds=10]
 *
 * Works on a brand of its own, on this machine only, and ends by itself. SW_ADMIN_PASSWORD: password of `admin` (default `admin`).
 */
import { randomBytes, randomUUID } from "node:crypto";

const mediaType = "application/vnd.api+json";
const writers = 6;

async function signIn(base, name, pass) {
  const response = await request(`${base}/user/login?_format=json`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, pass }),
  });
  if (response.status !== 200) throw new Error(`Sign-in as ${name} was refused (${response.status}).`);
  const cookie = response.headers
    .getSetCookie()
    .map((value) => value.split(";")[0])
    .join("; ");
  const headers = { Cookie: cookie, "X-CSRF-Token": response.body.csrf_token, "Content-Type": mediaType };
  return (method, path, data) => request(base + path, { method, headers, body: data && JSON.stringify({ data }) });
}

async function request(url, options) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(60_000) });
  const text = await response.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, headers: response.headers, body };
}

async function create(send, type, attributes, relationships) {
  const id = randomUUID();
  const { status, body } = await send("POST", `/jsonapi/${type}/${type}`, {
    type: `${type}--${type}`,
    id,
    attributes,
    relationships,
  });
  if (status !== 201) throw new Error(`Creating ${type} answered ${status}: ${body?.errors?.[0]?.detail ?? ""}`);
  return id;
}

/** A brand with its administrator. */
async function administrator(base) {
  const platform = await signIn(base, "admin", process.env.SW_ADMIN_PASSWORD ?? "admin");
  const suffix = randomBytes(4).toString("hex");
  const brand = await create(platform, "sw_brand", {
    name: `Race ${suffix}`,
    hostname: `race-${suffix}.example.test`,
    modules: ["sw_telecom"],
  });
  const user = {
    name: `race_${suffix}`,
    pass: randomBytes(12).toString("base64url"),
    status: true,
    user_type: "internal",
    business_roles: ["administrator"],
  };
  await create(platform, "user", user, { brand: { data: { type: "sw_brand--sw_brand", id: brand } } });
  return signIn(base, user.name, user.pass);
}

async function main() {
  const [base] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const rounds = Math.min(
    100,
    Number(process.argv.find((argument) => argument.startsWith("--rounds="))?.slice(9) ?? 10),
  );
  if (!base || !URL.canParse(base) || !["127.0.0.1", "localhost", "[::1]"].includes(new URL(base).hostname)) {
    console.error("Usage: node scripts/drupal/race.mjs <base-url on this machine> [--rounds=10]");
    return 2;
  }
  const send = await administrator(base.replace(/\/$/, ""));
  const id = await create(send, "sw_supplier", { name: "Race", code: "R0" });
  const path = `/jsonapi/sw_supplier/sw_supplier/${id}`;
  const save = (version, name) =>
    send("PATCH", path, { type: "sw_supplier--sw_supplier", id, attributes: { name, version } });
  const totals = { winners: 0, conflicts: 0, others: 0, stuck: 0, passed: 0, failed: 0 };
  let version = 1;
  for (let round = 1; round <= rounds; round++) {
    const answers = await Promise.all(
      Array.from({ length: writers }, (_, writer) => save(version, `round ${round}, writer ${writer}`)),
    );
    const count = (status) => answers.filter((answer) => answer.status === status).length;
    const winner = answers.find(({ status }) => status === 200)?.body.data.attributes;
    const stored = (await send("GET", path)).body.data.attributes;
    const after = await save(stored.version, `after round ${round}`);
    const good =
      count(200) === 1 &&
      count(409) === writers - 1 &&
      after.status === 200 &&
      stored.version === version + 1 &&
      stored.name === winner?.name;
    totals.winners += count(200);
    totals.conflicts += count(409);
    totals.others += writers - count(200) - count(409);
    totals.stuck += after.status === 200 ? 0 : 1;
    totals[good ? "passed" : "failed"] += 1;
    if (!good)
      console.log(`FAILED round ${round}: ${answers.map(({ status }) => status).join(" ")}, then ${after.status}`);
    version = (after.status === 200 ? after.body.data.attributes : stored).version;
  }
  console.log(
    `${rounds} rounds of ${writers}: ${totals.winners} winners, ${totals.conflicts} conflicts, ${totals.others} other answers, ${totals.stuck} stuck records`,
  );
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
