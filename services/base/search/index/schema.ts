/** In the schema `search`. */
export const indexTables = [
  // What can be found. `seen` is the rebuild that last met the row.
  `CREATE TABLE IF NOT EXISTS entry (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, brand uuid NOT NULL, type text NOT NULL, uuid uuid NOT NULL, account uuid, label text NOT NULL, seen integer NOT NULL, UNIQUE (brand, type, uuid))`,
  // Each word of a brand once.
  `CREATE TABLE IF NOT EXISTS word (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, brand uuid NOT NULL, text text NOT NULL, UNIQUE (brand, text))`,
  `CREATE INDEX IF NOT EXISTS word_prefix ON word (brand, text text_pattern_ops)`,
  // How a word's first letters read with one letter left out: two words that differ by one mistake have such a reading in common.
  `CREATE TABLE IF NOT EXISTS misspelling (brand uuid NOT NULL, form text NOT NULL, stem text NOT NULL, PRIMARY KEY (brand, form, stem))`,
  // Which word is where. `permission`: what one must hold to see the field that has it; empty for everybody.
  `CREATE TABLE IF NOT EXISTS posting (word integer NOT NULL, entry integer NOT NULL, permission text NOT NULL DEFAULT '', PRIMARY KEY (word, entry, permission))`,
  `CREATE INDEX IF NOT EXISTS posting_entry ON posting (entry, word)`,
  // Numbers by their first and by their last digits.
  `CREATE TABLE IF NOT EXISTS number (brand uuid NOT NULL, digits text NOT NULL, reversed text NOT NULL, entry integer NOT NULL, permission text NOT NULL DEFAULT '')`,
  `CREATE INDEX IF NOT EXISTS number_first ON number (brand, digits text_pattern_ops)`,
  `CREATE INDEX IF NOT EXISTS number_last ON number (brand, reversed text_pattern_ops)`,
  `CREATE INDEX IF NOT EXISTS number_entry ON number (entry)`,
  // How far each brand's journal has been read.
  `CREATE TABLE IF NOT EXISTS progress (brand uuid PRIMARY KEY, sequence bigint NOT NULL, generation integer NOT NULL)`,
  // The modules that were open then: null where nobody has looked yet.
  "ALTER TABLE progress ADD COLUMN IF NOT EXISTS modules text[]",
];
