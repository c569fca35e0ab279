/** In the schema `notifications`. */
export const tables = [
  // How far each brand's journal has been read.
  `CREATE TABLE IF NOT EXISTS progress (brand uuid PRIMARY KEY, sequence bigint NOT NULL)`,
  // What happened and isn't told yet. Rows with a batch are told together; the batch keeps its rows for good, so that a repetition tells the same.
  `CREATE TABLE IF NOT EXISTS pending (brand uuid NOT NULL, key text NOT NULL, kind text NOT NULL, run text NOT NULL, place bigint NOT NULL, subject_type text NOT NULL, subject_id text NOT NULL,
    subject_label text NOT NULL, value text, account text, actor text, actor_name text NOT NULL, permission text, occurred_at text NOT NULL, seen_at bigint NOT NULL, batch text, PRIMARY KEY (brand, key))`,
  // What was met already of that which no journal entry tells once: the days that come.
  `CREATE TABLE IF NOT EXISTS met (brand uuid NOT NULL, key text NOT NULL, PRIMARY KEY (brand, key))`,
  // From when to when a week's digest tells.
  `CREATE TABLE IF NOT EXISTS digests (brand uuid NOT NULL, kind text NOT NULL, period text NOT NULL, since text NOT NULL, until text NOT NULL, PRIMARY KEY (brand, kind, period))`,
];
