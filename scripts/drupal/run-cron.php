<?php

/**
 * @file
 * Runs Drupal's cron once: expired sessions and counters go, references are checked.
 */

require __DIR__ . '/boot.php';

$ran = \Drupal::service('cron')->run();
echo $ran ? "cron ran\n" : "cron is running already\n";
exit($ran ? 0 : 1);
