<?php

/**
 * @file
 * Runs Drupal's cron once: expired sessions and counters go, references are checked.
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

$ran = \Drupal::service('cron')->run();
echo $ran ? "cron ran\n" : "cron is running already\n";
exit($ran ? 0 : 1);
