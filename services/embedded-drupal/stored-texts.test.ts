import { sql } from "kysely";
import { expect, test } from "vitest";
import { one } from "../conformance/client.ts";
import { withInstallation } from "./testing/earlier-version.ts";

test("texts of earlier versions get their one form, and no row is lost", () =>
  withInstallation([], {}, async ({ first, start, database }) => {
    const { admin } = first;
    const account = (await admin.create("sw_account", { legal_name: "Alder", softwhere_id: "A1" })).is(201).id;
    const belgian = { legal_name: "Birch", softwhere_id: "1234", country: "BE" };
    const other = (await admin.create("sw_account", belgian)).is(201).id;
    const twin = (await admin.create("sw_account", { legal_name: "Twin", softwhere_id: "T1" })).is(201).id;
    const contact = async (last_name: string, of: string) =>
      (await admin.create("sw_contact", { last_name }, { account: one("sw_account", of) })).is(201).id;
    const [ann, bob] = [await contact("Ann", account), await contact("Bob", other)];
    await first.close();

    const { db, close } = await database();
    await sql`UPDATE sw_contact SET f_mobile = '06 12 34 56 78', f_last_name = ${"Ann\u200b"} WHERE uuid = ${ann}`.execute(
      db,
    );
    await sql`UPDATE sw_contact SET f_mobile = '0470 12 34 56' WHERE uuid = ${bob}`.execute(db);
    await sql`UPDATE sw_account SET f_softwhere_id = '12 34' WHERE uuid = ${twin}`.execute(db);
    await sql`UPDATE sw_account SET f_legal_name = ${"\u200b"} WHERE uuid = ${account}`.execute(db);
    await sql`DELETE FROM core_key_value WHERE name = 'normalised_texts'`.execute(db);
    await close();

    for (const _ of ["the first start after it", "the next"]) {
      const running = await start();
      const read = (type: string, id: string) => running.admin.get(`/jsonapi/${type}/${type}/${id}`);
      (await read("sw_contact", ann))
        .is(200)
        .has("/data/attributes/mobile", "+33612345678")
        .has("/data/attributes/last_name", "Ann")
        .has("/data/attributes/version", 2);
      (await read("sw_contact", bob)).is(200).has("/data/attributes/mobile", "+32470123456");
      (await read("sw_account", other)).is(200).has("/data/attributes/softwhere_id", "1234");
      (await read("sw_account", twin))
        .is(200)
        .has("/data/attributes/softwhere_id", "12 34")
        .has("/data/attributes/version", 1);
      (await read("sw_account", account)).is(200).has("/data/attributes/legal_name", "\u200b");
      const journal = await running.admin.get(
        `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${ann}&filter[operation]=update`,
      );
      expect(journal.is(200).list()).toHaveLength(1);
      await running.close();
    }
  }));
