import { secretsTable } from "../../../platform/secrets/vault.ts";

/** In the schema `webhooks`. */
export const tables = [
  secretsTable,
  // `permissions`: what whoever set it up held then; nothing is told that they could not see.
  `CREATE TABLE IF NOT EXISTS endpoints (id uuid PRIMARY KEY, brand uuid NOT NULL, name text NOT NULL, url text NOT NULL, events text[] NOT NULL, permissions text[] NOT NULL,
    state text NOT NULL DEFAULT 'active', reason text, since timestamptz NOT NULL DEFAULT now(), secret_since timestamptz NOT NULL DEFAULT now(), last_success timestamptz,
    saved_by text, saved_at timestamptz NOT NULL DEFAULT now(), created_at timestamptz NOT NULL DEFAULT now())`,
  "CREATE INDEX IF NOT EXISTS endpoints_brand ON endpoints (brand)",
  `CREATE TABLE IF NOT EXISTS deliveries (id uuid PRIMARY KEY, endpoint uuid NOT NULL REFERENCES endpoints (id) ON DELETE CASCADE, event text NOT NULL, payload text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(), state text NOT NULL DEFAULT 'waiting', attempts int NOT NULL DEFAULT 0, next_at timestamptz DEFAULT now(),
    started_at timestamptz, last_at timestamptz, status int, failure text, milliseconds int)`,
  "CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (endpoint, next_at) WHERE state = 'waiting'",
  "CREATE INDEX IF NOT EXISTS deliveries_newest ON deliveries (endpoint, created_at DESC, id DESC)",
  "CREATE INDEX IF NOT EXISTS deliveries_old ON deliveries (created_at)",
  // How far each brand's journal has been read.
  "CREATE TABLE IF NOT EXISTS progress (brand uuid PRIMARY KEY, sequence bigint NOT NULL)",
];

export const iso = (moment: Date | string): string => new Date(moment).toISOString();
export const isoOrNull = (moment: Date | string | null): string | null => moment && iso(moment);
