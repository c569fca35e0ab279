<?php

/**
 * @file
 * Drupal's settings in a container: everything that differs between places comes from the environment.
 *
 * The same settings as scripts/drupal/settings.mjs writes on a developer's machine. Change both together.
 */

$need = static function (string $name): string {
  $value = getenv($name);
  if ($value === FALSE || $value === '') {
    throw new \RuntimeException("The environment variable $name is missing.");
  }
  return $value;
};
$list = static fn (string $name): array => array_values(array_filter(array_map('trim', explode(',', getenv($name) ?: ''))));

$databases['default']['default'] = [
  'driver' => 'mysql',
  'host' => $need('SW_DATABASE_HOST'),
  'port' => getenv('SW_DATABASE_PORT') ?: '3306',
  'database' => $need('SW_DATABASE_NAME'),
  'username' => $need('SW_DATABASE_USER'),
  'password' => $need('SW_DATABASE_PASSWORD'),
  'prefix' => '',
  'namespace' => 'Drupal\\mysql\\Driver\\Database\\mysql',
  'autoload' => 'core/modules/mysql/src/Driver/Database/mysql/',
  'isolation_level' => 'READ COMMITTED',
  // Letter case doesn't matter, accents do: as on the other databases.
  'collation' => getenv('SW_DRUPAL_COLLATION') ?: 'utf8mb4_uca1400_nopad_as_ci',
];
$settings['hash_salt'] = $need('SW_HASH_SALT');
$settings['config_sync_directory'] = '/var/lib/softwhere/config';
$settings['file_private_path'] = '/var/lib/softwhere/private';
$settings['trusted_host_patterns'] = array_map(
  static fn (string $host): string => '^' . preg_quote($host) . '$',
  ['localhost', '127.0.0.1', '[::1]', ...$list('SW_DRUPAL_HOSTS')],
);
$settings['update_free_access'] = FALSE;
$settings['allow_authorize_operations'] = FALSE;
$settings['entity_update_batch_size'] = 50;
// Drupal 11 does this by itself and ignores the line.
$settings['state_cache'] = TRUE;
$settings['skip_permissions_hardening'] = TRUE;
$settings['container_yamls'] = [];
$settings['sw_requests_per_minute'] = (int) (getenv('SW_REQUESTS_PER_MINUTE') ?: 1200);
if ($list('SW_DRUPAL_PROXIES') !== []) {
  $settings['reverse_proxy'] = TRUE;
  $settings['reverse_proxy_addresses'] = $list('SW_DRUPAL_PROXIES');
  $settings['reverse_proxy_trusted_headers'] = Symfony\Component\HttpFoundation\Request::HEADER_X_FORWARDED_FOR | Symfony\Component\HttpFoundation\Request::HEADER_X_FORWARDED_PROTO;
}
$config['system.logging']['error_level'] = 'hide';
unset($need, $list);
