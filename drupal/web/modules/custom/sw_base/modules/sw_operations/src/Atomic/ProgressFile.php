<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Core\Site\Settings;
use Drupal\Core\StreamWrapper\PrivateStream;

/**
 * How far a running batch is, for other requests of the same user.
 *
 * A file, because nobody else sees what an open transaction writes, and because
 * SQLite lets nobody write beside it.
 */
final class ProgressFile {

  public const STATE_RUNNING = 'running';
  public const STATE_DONE = 'done';
  public const STATE_FAILED = 'failed';

  private const LIFETIME_SECONDS = 600;

  /**
   * Reads may come often; writing after every row would cost more than they gain.
   */
  private const WRITE_EVERY_SECONDS = 0.2;

  private ?string $path = NULL;

  private int $total = 0;

  private int $done = 0;

  private float $writtenAt = 0;

  /**
   * Begins to tell of a batch.
   */
  public function start(int $uid, string $request_id, int $total): void {
    if (!is_dir(self::directory()) && !@mkdir(self::directory(), 0700, TRUE) && !is_dir(self::directory())) {
      return;
    }
    $this->path = self::path($uid, $request_id);
    $this->total = $total;
    $this->done = 0;
    $this->write(self::STATE_RUNNING);
    // A batch that PHP ends by force has failed as well.
    register_shutdown_function(fn () => $this->finish(self::STATE_FAILED));
  }

  /**
   * Tells that so many more operations, or rows of one, are done.
   */
  public function advance(int $more): void {
    $this->done += $more;
    if ($this->path !== NULL && microtime(TRUE) - $this->writtenAt > self::WRITE_EVERY_SECONDS) {
      $this->write(self::STATE_RUNNING);
    }
  }

  /**
   * Tells how the batch ended, once.
   */
  public function finish(string $state): void {
    if ($this->path !== NULL) {
      $this->write($state);
      $this->path = NULL;
    }
  }

  /**
   * @return array{done: int, total: int, state: string}|null
   *   How far the user's batch is; NULL when there is none.
   */
  public function read(int $uid, string $request_id): ?array {
    $path = self::path($uid, $request_id);
    clearstatcache(TRUE, $path);
    $content = @filemtime($path) > time() - self::LIFETIME_SECONDS ? @file_get_contents($path) : FALSE;
    $progress = $content === FALSE ? NULL : json_decode($content, TRUE);
    return is_array($progress) ? $progress : NULL;
  }

  /**
   * Removes what nobody may read any more.
   */
  public function removeOld(): void {
    foreach (glob(self::directory() . '/*') ?: [] as $path) {
      if (filemtime($path) <= time() - self::LIFETIME_SECONDS) {
        @unlink($path);
      }
    }
  }

  /**
   * Replaces the file as a whole: a reader sees the old one or the new one.
   */
  private function write(string $state): void {
    $this->writtenAt = microtime(TRUE);
    $draft = $this->path . '.' . getmypid();
    if (@file_put_contents($draft, json_encode(['done' => $this->done, 'total' => $this->total, 'state' => $state])) !== FALSE) {
      @rename($draft, $this->path);
    }
  }

  /**
   * A name that tells neither the user nor the request.
   */
  private static function path(int $uid, string $request_id): string {
    return self::directory() . '/' . hash_hmac('sha256', "$uid:$request_id", Settings::getHashSalt());
  }

  /**
   * Beside the private files, which every web server of the site shares.
   */
  private static function directory(): string {
    return PrivateStream::basePath() . '/.operations';
  }

}
