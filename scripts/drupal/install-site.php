<?php

/**
 * @file
 * Installs Drupal from the command line, without Drush.
 *
 * Reads everything from the environment; scripts/drupal/install.mjs sets it.
 */

use Drupal\Core\Database\Database;
use Symfony\Component\HttpFoundation\Request;

if (PHP_SAPI !== 'cli') {
  exit(1);
}

chdir(getenv('SW_DRUPAL_ROOT'));
$autoloader = require 'autoload.php';
require_once 'core/includes/install.core.inc';

$request = Request::create('http://localhost/', 'GET', [], [], [], [
  'SCRIPT_NAME' => '/index.php',
  'REMOTE_ADDR' => '127.0.0.1',
]);
$_SERVER['HTTP_HOST'] = 'localhost';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/index.php';
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = getcwd() . '/index.php';
$_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SERVER_SOFTWARE'] = NULL;

if (getenv('SW_DRUPAL_RESET')) {
  // Drupal refuses to install over the tables of another installation.
  $app_root = getcwd();
  $site_path = 'sites/default';
  require 'sites/default/settings.php';
  Database::setMultipleConnectionInfo($databases, $autoloader, $app_root);
  $schema = Database::getConnection()->schema();
  foreach ($schema->findTables('%') as $table) {
    $schema->dropTable($table);
  }
  Database::closeConnection();
  Database::removeConnection('default');
}

$password = (string) getenv('SW_ADMIN_PASSWORD');
if ($password === '') {
  fwrite(STDERR, "SW_ADMIN_PASSWORD, the password of the account admin, is missing.\n");
  exit(1);
}

install_drupal($autoloader, [
  'interactive' => FALSE,
  'site_path' => 'sites/default',
  'parameters' => ['profile' => 'softwhere', 'langcode' => 'en'],
  'forms' => [
    'install_configure_form' => [
      'site_name' => 'SoftWhere',
      'site_mail' => 'platform@softwhere.invalid',
      'date_default_timezone' => 'UTC',
      'enable_update_status_module' => NULL,
      'enable_update_status_emails' => NULL,
      'account' => [
        'name' => 'admin',
        'mail' => 'admin@softwhere.invalid',
        'pass' => ['pass1' => $password, 'pass2' => $password],
      ],
    ],
  ],
]);

// Verticals that the profile doesn't enable by itself.
$modules = array_filter(explode(',', getenv('SW_DRUPAL_MODULES') ?: ''));
if ($modules) {
  \Drupal::service('module_installer')->install($modules);
}
echo "installed\n";
