import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Brand, later, ref, resource, until, World } from "../../../../base/notifications/testing/world.ts";
import { type MailCatcher, startMailCatcher } from "../../../../stand-ins/mail-catcher/mail-catcher.ts";

let catcher: MailCatcher;
let world: World;
let brand: Brand;
let price: string;
let supplier: string;

/** A zone in which it is that hour now. */
function zoneAt(hour: number): string {
  const ahead = hour - new Date().getUTCHours();
  const offset = ahead <= -12 ? ahead + 24 : ahead;
  return offset === 0 ? "Etc/GMT" : `Etc/GMT${offset < 0 ? "+" : "-"}${Math.abs(offset)}`;
}

async function setHour(hour: number) {
  const platform = await world.platform.as();
  const attributes = { time_zone: zoneAt(hour) };
  await platform.update("sw_brand", { type: "sw_brand--sw_brand", id: brand.id, attributes });
}

const header =
  "Fournisseur;N° facture;Date facture;N° ligne;Identifiant service;Code article;Libellé;Type;Quantité;Montant net HT;Début période;Fin période";
const detail = (number: string, month: string, net: string) =>
  [
    header,
    `Orange;${number};05/${month}/2026;1;OR-1;P;Forfait;Abonnement;1;${net};01/${month}/2026;${new Date(Date.UTC(2026, Number(month), 0)).getUTCDate()}/${month}/2026`,
  ].join("\r\n");

const manager = () => brand.people.manager.as();
const gaps = async () =>
  (await manager()).list(
    "sw_anomaly",
    new DrupalJsonApiParams().addFields("sw_anomaly--sw_anomaly", ["key", "check", "status", "amount", "reason"]),
  );

async function importInvoice(number: string, month: string, net: string) {
  const content = Buffer.from(detail(number, month, net)).toString("base64");
  const { answer } = await world.call(brand.people.manager, "billing-control/commit", {
    write: { fileName: "orange.csv", content },
  });
  expect(answer).toMatchObject({ documents: [{ kind: "imported" }] });
}

async function setPrice(net: string) {
  const client = await manager();
  const { version } = await client.get("sw_price", price);
  await client.update("sw_price", { type: "sw_price--sw_price", id: price, attributes: { gross: net, net, version } });
}

async function makePark() {
  const client = await manager();
  const admin = await brand.people.administrator.as();
  const [catalogue, item, park, line] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  [supplier, price] = [randomUUID(), randomUUID()];
  await admin.create("sw_supplier", resource("sw_supplier", { name: "Orange", code: "orange" }, {}, supplier));
  await admin.create("sw_catalogue", resource("sw_catalogue", { name: "Catalogue" }, {}, catalogue));
  await admin.create(
    "sw_catalogue_item",
    resource(
      "sw_catalogue_item",
      { code: "P", name: "Forfait", kind: "plan" },
      { catalogue: ref("sw_catalogue", catalogue), supplier: ref("sw_supplier", supplier) },
      item,
    ),
  );
  await admin.create(
    "sw_price",
    resource(
      "sw_price",
      { direction: "buy", gross: "20.0000", net: "20.0000", valid_from: "2026-01-01" },
      { item: ref("sw_catalogue_item", item) },
      price,
    ),
  );
  await client.create(
    "sw_park",
    resource(
      "sw_park",
      { kind: "mobile" },
      { account: ref("sw_account", brand.account), operator: ref("sw_supplier", supplier) },
      park,
    ),
  );
  await client.create(
    "sw_line",
    resource(
      "sw_line",
      { number: "0639984107", service_id: "OR-1", status: "active", activated_on: "2026-01-01" },
      { park: ref("sw_park", park), plan: ref("sw_catalogue_item", item) },
      line,
    ),
  );
  await client.create(
    "sw_line_term",
    resource(
      "sw_line_term",
      { valid_from: "2026-01-01", applied: true },
      { line: ref("sw_line", line), plan: ref("sw_catalogue_item", item) },
    ),
  );
}

beforeAll(async () => {
  catcher = await startMailCatcher();
  world = await World.create(catcher.port);
  world.services = "notifications,jobs,billing-control,invoice-check";
  brand = await world.brand("SoftWhere", "fr", ["sw_telecom"]);
  await setHour(0);
  await makePark();
}, 120_000);

afterAll(async () => {
  await world?.close();
  await catcher?.close();
});

describe("invoices are checked again by themselves", () => {
  it("after an import, those whose price has changed since; a gap that is no more is closed", {
    timeout: 120_000,
  }, async () => {
    await world.run([brand]);
    await importInvoice("A-1", "02", "20,00");
    await importInvoice("A-2", "03", "20,00");
    expect(await gaps()).toEqual([]);
    await setPrice("18.0000");
    await importInvoice("A-3", "04", "18,00");
    await until("two gaps", async () => ((await gaps()).length === 2 ? true : undefined), 40);
    expect(await gaps()).toMatchObject([
      { check: "C2", status: "open", amount: "2.0000" },
      { check: "C2", status: "open", amount: "2.0000" },
    ]);
    await setPrice("20.0000");
    await importInvoice("A-4", "05", "20,00");
    await until(
      "closed",
      async () => ((await gaps()).every(({ status }) => status === "corrected") ? true : undefined),
      40,
    );
    expect((await gaps())[0]?.reason).toBe("Contrôle refait : l’écart n’y est plus.");
  });

  it("in the night, once, whenever hosts are killed meanwhile", { timeout: 120_000 }, async () => {
    // What the imports have started is over by then.
    await later(5_000);
    await setPrice("17.0000");
    await later(1_500);
    await world.kill();
    expect((await gaps()).filter(({ status }) => status === "open")).toEqual([]);
    // The night has begun: the first host that comes checks what was marked before, and another one does not do it again.
    await setHour(12);
    await world.run([brand]);
    await later(1_000);
    await world.kill();
    await world.run([brand]);
    const open = () => gaps().then((all) => all.filter(({ status }) => status === "open"));
    await until("every invoice has its gap", async () => ((await open()).length === 4 ? true : undefined), 60);
    expect(new Set((await gaps()).map(({ key }) => key)).size).toBe((await gaps()).length);
  });
});
