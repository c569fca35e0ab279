<?php

/**
 * @file
 * What PHP's own server does with an address.
 *
 * As docker/drupal/nginx.conf: it gives out no code, and runs index.php alone.
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$code = '~(^|/)\.(?!well-known/)|\.(php|engine|inc|install|make|md|module|profile|po|sh|sql|theme|twig|tpl|yml|yaml|lock)$'
  . '|(^|/)(composer\.json|[^/]*\.schema\.json)$|^/(web\.config|INSTALL\.txt|core/[^/]*\.txt)$~i';
if (is_file($root . $path) && !preg_match($code, $path)) {
  return FALSE;
}
$_SERVER['SCRIPT_FILENAME'] = "$root/index.php";
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require "$root/index.php";
