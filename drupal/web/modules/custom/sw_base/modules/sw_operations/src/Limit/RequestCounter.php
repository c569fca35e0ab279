<?php

namespace Drupal\sw_operations\Limit;

use Drupal\Core\Site\Settings;

/**
 * Counts the requests of a minute, per web server.
 *
 * In APCu's shared memory where PHP has it. Elsewhere a file of one byte per
 * request: appending is atomic, and its size is the count. Never the database.
 */
final class RequestCounter {

  public const WINDOW_SECONDS = 60;

  /**
   * Counts a request.
   *
   * @return int
   *   The requests of that key in this minute, this one included.
   */
  public function count(string $key, int $now): int {
    $minute = intdiv($now, self::WINDOW_SECONDS);
    $name = hash_hmac('sha256', $key, Settings::getHashSalt());
    if (function_exists('apcu_enabled') && apcu_enabled()) {
      return (int) apcu_inc("sw_requests:$minute:$name", 1, $success, self::WINDOW_SECONDS * 2);
    }
    return $this->countInFile($minute, $name);
  }

  /**
   * Without shared memory.
   */
  private function countInFile(int $minute, string $name): int {
    $root = sys_get_temp_dir() . '/sw-requests-' . substr(hash_hmac('sha256', 'folder', Settings::getHashSalt()), 0, 16);
    if (!is_dir("$root/$minute") && @mkdir("$root/$minute", 0700, TRUE)) {
      $this->removeBefore($root, $minute);
    }
    $file = @fopen("$root/$minute/$name", 'ab');
    if ($file === FALSE) {
      // A full or locked disk is no reason to refuse anybody.
      return 0;
    }
    fwrite($file, '.');
    $count = fstat($file)['size'];
    fclose($file);
    return $count;
  }

  /**
   * Whoever comes first in a minute clears the ones before.
   */
  private function removeBefore(string $root, int $minute): void {
    foreach (glob("$root/*", GLOB_ONLYDIR) ?: [] as $folder) {
      if ((int) basename($folder) < $minute) {
        array_map('unlink', glob("$folder/*") ?: []);
        @rmdir($folder);
      }
    }
  }

}
