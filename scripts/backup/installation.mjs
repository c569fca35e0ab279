/**
 * What each kind of installation keeps, and the commands that write a part of it to a stream and read it back.
 *
 * The services' database comes first: what it remembers of the journal is then never newer than the journal. Files come last: those that a
 * row names are there, as nothing takes the bytes of a row away while it is there.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../drupal/environment.mjs";
import { readDatabase } from "../drupal/install.mjs";
import { root } from "../stack/install.mjs";

/**
 * `parts`: `{ file, write, read }`, where `write` and `read` are `[command, args, environment]`. `verify` takes the journal check's arguments
 * and answers its command, `before` and `after` are what a restore stops and starts. `folders` are those that nobody may have open meanwhile.
 */
export function installation(kind) {
  if (kind === "compose") return compose();
  if (kind === "drupal") return localDrupal(paths.var);
  if (kind === "embedded") return localEmbedded(join(root, "var", "embedded"));
  throw new Error(`There is no installation "${kind}": compose, drupal or embedded.`);
}

export const kinds = ["compose", "drupal", "embedded"];

/** What `npm start` keeps; `folder` is that of its stack. */
export function localEmbedded(folder) {
  const verify = [
    "--import",
    "tsx",
    join(root, "services/embedded-drupal/verify-journal.ts"),
    join(folder, "database"),
  ];
  return {
    kind: "embedded",
    folders: [folder],
    parts: [folderPart("data.tar.gz", folder)],
    verify: (args) => [process.execPath, [...verify, ...args]],
  };
}

/** What `npm run drupal` keeps: its folder, the site's public files, and a database server where SW_DRUPAL_DB names one. */
function localDrupal(folder) {
  const database = readDatabase(process.env.SW_DRUPAL_DB);
  return {
    kind: "drupal",
    folders: [folder],
    parts: [
      { mysql: mariadb, pgsql: postgres, sqlite }[database.driver](database),
      folderPart("data.tar.gz", folder),
      folderPart("public-files.tar.gz", join(paths.site, "files")),
    ],
    verify: (args) => [process.execPath, [join(root, "scripts/drupal/verify-journal.mjs"), ...args]],
  };
}

/** What docker-compose.yml describes. Its database images have in their environment what the scripts below ask for. */
function compose() {
  const docker = (...args) => ["docker", ["compose", "--project-directory", root, ...args]];
  const within = (service, script) => docker("exec", "-T", service, "sh", "-c", script);
  // In a container of its own, which also goes while the site's are stopped.
  const asDrupal = (...command) => docker("run", "--rm", "--no-deps", "-T", "--user", "www-data", "drupal", ...command);
  const files = (file, folder) => ({
    file,
    write: asDrupal("sh", "-c", scripts.writeFolder, folder),
    read: asDrupal("sh", "-c", scripts.readFolder, folder),
  });
  const php = ["env", "SW_DRUPAL_ROOT=/app/drupal/web", "php", "/app/scripts/drupal/verify-journal.php"];
  return {
    kind: "compose",
    folders: [],
    parts: [
      {
        file: "services.sql.gz",
        write: within("postgres", scripts.writePostgres),
        read: within("postgres", scripts.readPostgres),
      },
      {
        file: "drupal.sql.gz",
        write: within("mariadb", scripts.writeMariadb),
        read: within("mariadb", scripts.readMariadb),
      },
      files("private-files.tar.gz", "/var/lib/softwhere"),
      files("public-files.tar.gz", "/app/drupal/web/sites/default/files"),
    ],
    verify: (args) => asDrupal(...php, ...args),
    before: [
      docker("stop", "console", "services", "drupal-web", "drupal", "drupal-cron"),
      docker("up", "--detach", "--wait", "mariadb", "postgres"),
    ],
    after: [docker("run", "--rm", "drupal-install"), docker("up", "--detach", "--wait")],
  };
}

/** Shell, so that a container and this machine run the same text. `$0` is a folder. */
const scripts = {
  writeFolder:
    'exec tar --create --file=- --directory="$0" --exclude=./opcache --exclude=./drupal.sqlite* --exclude=database.lock .',
  readFolder:
    'mkdir -p "$0" && find "$0" -mindepth 1 -delete && exec tar --extract --file=- --directory="$0" --no-same-owner',
  // The dump drops and creates the database: what is newer than it goes too.
  writeMariadb: [
    'export MYSQL_PWD="$MARIADB_PASSWORD";',
    'exec mariadb-dump --host="$MARIADB_HOST" --user="$MARIADB_USER"',
    "--single-transaction --quick --hex-blob --default-character-set=utf8mb4",
    '--add-drop-database --databases "$MARIADB_DATABASE"',
  ].join(" "),
  readMariadb: [
    'export MYSQL_PWD="$MARIADB_PASSWORD";',
    'exec mariadb --host="$MARIADB_HOST" --user="$MARIADB_USER" --batch',
    "--default-character-set=utf8mb4",
  ].join(" "),
  writePostgres: [
    'exec pg_dump --username="$POSTGRES_USER" --create --clean --if-exists',
    '--dbname="$POSTGRES_DB"',
  ].join(" "),
  // Whoever is still connected would keep the database from going.
  readPostgres: [
    "set -e;",
    "load='psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres --output=/dev/null';",
    "echo \"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'name'\" |",
    '$load --username="$POSTGRES_USER" --set=name="$POSTGRES_DB";',
    'exec $load --username="$POSTGRES_USER"',
  ].join(" "),
};

function folderPart(file, folder) {
  return {
    file,
    write: ["sh", ["-c", scripts.writeFolder, folder]],
    read: ["sh", ["-c", scripts.readFolder, folder]],
  };
}

/** A database server of this machine: its address stands where its container would have it. */
export function mariadb({ host, port, database, username, password }) {
  return databasePart("drupal.sql.gz", scripts.writeMariadb, scripts.readMariadb, {
    MARIADB_HOST: host,
    MYSQL_TCP_PORT: port,
    MARIADB_DATABASE: database,
    MARIADB_USER: username,
    MARIADB_PASSWORD: password,
  });
}

export function postgres({ host, port, database, username, password }) {
  return databasePart("drupal.sql.gz", scripts.writePostgres, scripts.readPostgres, {
    PGHOST: host,
    PGPORT: port,
    PGPASSWORD: password,
    POSTGRES_DB: database,
    POSTGRES_USER: username,
  });
}

/** A copy that is consistent while others write. */
function sqlite({ database }) {
  // Page by page: Drupal's indexes need functions that only Drupal has.
  const copy = 'exit((new SQLite3(getenv("DATABASE")))->backup(new SQLite3(getenv("COPY"))) ? 0 : 1);';
  const write = `export COPY="$(mktemp -d)/copy"; php -r '${copy}' && cat "$COPY"; code=$?; rm -rf "$(dirname "$COPY")"; exit $code`;
  const read = 'mkdir -p "$(dirname "$DATABASE")"; rm -f "$DATABASE"-wal "$DATABASE"-shm; exec cat > "$DATABASE"';
  return databasePart("drupal.sqlite.gz", write, read, { DATABASE: database });
}

function databasePart(file, write, read, env) {
  return { file, write: ["sh", ["-c", write], env], read: ["sh", ["-c", read], env] };
}

/** The process that has a database of this folder open: a copy of an open one would be torn. */
export function openedBy(folder) {
  if (!existsSync(folder)) return undefined;
  for (const name of readdirSync(folder)) {
    const lock = join(folder, name, "database.lock");
    const owner = existsSync(lock) ? Number.parseInt(readFileSync(lock, "utf8"), 10) : Number.NaN;
    if (Number.isNaN(owner)) continue;
    try {
      process.kill(owner, 0);
      return owner;
    } catch (error) {
      if (error.code === "EPERM") return owner;
    }
  }
  return undefined;
}
