/** The text of Drupal's settings.php. */

export function settingsSource({ database, hashSalt, paths, env }) {
  const hosts = ["localhost", "127.0.0.1", "[::1]", ...list(env.SW_DRUPAL_HOSTS)];
  // The console on the same machine tells whom it calls for.
  const proxies = env.SW_DRUPAL_PROXIES === undefined ? ["127.0.0.1", "::1"] : list(env.SW_DRUPAL_PROXIES);
  return `<?php

// Written by scripts/drupal/install.mjs: change the environment and run it again.

$databases['default']['default'] = ${phpValue(connection(database, env))};
$settings['hash_salt'] = ${phpValue(hashSalt)};
$settings['config_sync_directory'] = ${phpValue(paths.config)};
$settings['file_private_path'] = ${phpValue(paths.private)};
$settings['trusted_host_patterns'] = ${phpValue(hosts.map((host) => `^${host.replaceAll(/[.[\]]/g, "\\$&")}$`))};
$settings['update_free_access'] = FALSE;
$settings['allow_authorize_operations'] = FALSE;
$settings['entity_update_batch_size'] = 50;
// Drupal 11 does this by itself and ignores the line.
$settings['state_cache'] = TRUE;
$settings['skip_permissions_hardening'] = TRUE;
$settings['container_yamls'] = [];
$settings['sw_requests_per_minute'] = (int) (getenv('SW_REQUESTS_PER_MINUTE') ?: 1200);
${env.SW_DRUPAL_TESTS ? "$settings['extension_discovery_scan_tests'] = TRUE;\n" : ""}${proxies.length > 0 ? `$settings['reverse_proxy'] = TRUE;\n$settings['reverse_proxy_addresses'] = ${phpValue(proxies)};\n$settings['reverse_proxy_trusted_headers'] = \\Symfony\\Component\\HttpFoundation\\Request::HEADER_X_FORWARDED_FOR | \\Symfony\\Component\\HttpFoundation\\Request::HEADER_X_FORWARDED_PROTO;\n` : ""}$config['system.logging']['error_level'] = 'hide';
`;
}

function connection(database, env) {
  const { driver } = database;
  const common = {
    ...database,
    prefix: "",
    namespace: `Drupal\\${driver}\\Driver\\Database\\${driver}`,
    autoload: `core/modules/${driver}/src/Driver/Database/${driver}/`,
  };
  if (driver === "sqlite") {
    // Readers go on while somebody writes, and a second writer waits instead of failing.
    return {
      ...common,
      init_commands: {
        wal: "PRAGMA journal_mode=WAL",
        sync: "PRAGMA synchronous=NORMAL",
        busy: "PRAGMA busy_timeout=30000",
      },
    };
  }
  // Letter case doesn't matter, accents do: as on the other databases.
  return driver === "mysql"
    ? {
        ...common,
        isolation_level: "READ COMMITTED",
        collation: env.SW_DRUPAL_COLLATION || "utf8mb4_uca1400_nopad_as_ci",
      }
    : common;
}

function list(text) {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

function phpValue(value) {
  if (Array.isArray(value)) return `[${value.map(phpValue).join(", ")}]`;
  if (typeof value === "object")
    return `[${Object.entries(value)
      .map(([key, item]) => `${phpValue(key)} => ${phpValue(item)}`)
      .join(", ")}]`;
  return `'${String(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
