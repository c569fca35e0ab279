<?php

/**
 * @file
 * Finds references that lead to another brand or to nothing. Ends with 1 when there are any.
 */

require __DIR__ . '/boot.php';

$report = \Drupal::service('sw_tenant.reference_check')->run();
foreach ($report->lines as $line) {
  echo "WRONG $line\n";
}
echo "$report->checked references checked, $report->wrong wrong\n";
exit($report->wrong > 0 ? 1 : 0);
