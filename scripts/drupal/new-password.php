<?php

/**
 * @file
 * Gives an account a new password and prints it: for who runs the platform alone and has lost theirs.
 */

use Drupal\Component\Utility\Crypt;
use Drupal\user\UserInterface;

require __DIR__ . '/boot.php';

$name = (string) ($argv[1] ?? '');
$found = \Drupal::entityQuery('user')->accessCheck(FALSE)->condition('name', $name)->execute();
$account = $found ? \Drupal::entityTypeManager()->getStorage('user')->load(reset($found)) : NULL;
if (!$account instanceof UserInterface) {
  fwrite(STDERR, "No account is called \"$name\".\n");
  exit(1);
}
$password = Crypt::randomBytesBase64(18);
\Drupal::service('sw_base.system_scope')->run(fn () => $account->setPassword($password)->save());
echo "Account $name, password $password. It is printed this once and kept nowhere: write it down.\n";
