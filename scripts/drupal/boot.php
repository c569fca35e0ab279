<?php

/**
 * @file
 * Boots the installed site for a command: the start of scripts that use its services.
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
