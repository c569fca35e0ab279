<?php

/**
 * @file
 * Finds references that lead to another brand or to nothing. Ends with 1 when there are any.
 */

use Drupal\Core\DrupalKernel;
use Symfony\Component\HttpFoundation\Request;

if (PHP_SAPI !== 'cli') {
  exit(1);
}

chdir(getenv('SW_DRUPAL_ROOT'));
$autoloader = require 'autoload.php';
$request = Request::create('http://localhost/');
$kernel = DrupalKernel::createFromRequest($request, $autoloader, 'prod');
$kernel->boot();
$kernel->preHandle($request);

$report = \Drupal::service('sw_tenant.reference_check')->run();
foreach ($report->lines as $line) {
  echo "WRONG $line\n";
}
echo "$report->checked references checked, $report->wrong wrong\n";
exit($report->wrong > 0 ? 1 : 0);
