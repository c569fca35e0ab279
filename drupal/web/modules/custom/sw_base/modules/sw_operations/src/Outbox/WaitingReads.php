<?php

namespace Drupal\sw_operations\Outbox;

use Drupal\Core\Site\Settings;

/**
 * Counts who waits, per web server: each waiting read has one of its workers to itself.
 *
 * By locks on files, which end with the worker however it ends. Never the
 * database: on SQLite a read would have to wait for whoever writes.
 */
final class WaitingReads {

  public const PER_USER = 20;

  /**
   * Takes one of the user's places for the rest of the request.
   *
   * @return callable|null
   *   Gives the place back; NULL when all are taken.
   */
  public function enter(int $uid): ?callable {
    $folder = sys_get_temp_dir() . '/sw-outbox-' . substr(hash_hmac('sha256', 'folder', Settings::getHashSalt()), 0, 16);
    is_dir($folder) || @mkdir($folder, 0700, TRUE);
    for ($place = 1; $place <= self::PER_USER; $place++) {
      $file = @fopen("$folder/$uid-$place", 'c');
      if ($file === FALSE) {
        // A full or locked disk is no reason to refuse anybody.
        return static function (): void {};
      }
      if (flock($file, LOCK_EX | LOCK_NB)) {
        return static function () use ($file): void {
          fclose($file);
        };
      }
    }
    return NULL;
  }

}
