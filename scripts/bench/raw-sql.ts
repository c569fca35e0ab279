import { sql } from "kysely";
import type { Database } from "../../services/platform/database/database.ts";
import type { BackendFigures } from "./backend.ts";
import { measure, ratio, report } from "./measure.ts";

/** The page's rows straight from the database: what no server on top of it could beat. */
export async function measureRawSql(db: Database, measured: BackendFigures): Promise<void> {
  const raw = await measure(30, () =>
    sql`select l.uuid, l.f_number, l.f_user_name, l.f_status, l.f_sell_price from sw_line l join sw_brand b on b.id = l.brand
        where b.uuid = ${measured.brandId} and l.f_status = 'suspended' order by lower(l.f_user_name) collate "C", l.id limit 51`.execute(
      db,
    ),
  );
  report("the same rows in raw SQL", raw, `the page takes ${ratio(measured.page.p50, raw.p50)} of it`);
}
