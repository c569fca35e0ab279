<?php

namespace Drupal\sw_operations\Middleware;

use Drupal\Core\Database\Connection;
use Drupal\Core\Lock\LockBackendInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * One write at a time per record, from before the record is loaded.
 *
 * Without it two parallel writes both pass the version check, and a stale
 * entity cache can make a record impossible to edit.
 */
final class RecordLockMiddleware implements HttpKernelInterface {

  private const WAIT_SECONDS = 30;

  public function __construct(
    private readonly HttpKernelInterface $httpKernel,
    private readonly Connection $database,
    private readonly LockBackendInterface $lock,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function handle(Request $request, int $type = self::MAIN_REQUEST, bool $catch = TRUE): Response {
    if ($type !== self::MAIN_REQUEST || $request->isMethodSafe() || !preg_match('#^(/[a-z]{2})?/jsonapi/#', $request->getPathInfo())) {
      return $this->httpKernel->handle($request, $type, $catch);
    }
    $release = $this->database->driver() === 'sqlite' ? $this->lockDatabaseFile() : $this->lockRecord($request);
    if ($release === NULL) {
      return new JsonResponse([
        'errors' => [
          [
            'title' => 'Service Unavailable',
            'status' => '503',
            'detail' => 'The record is being changed by others.',
          ],
        ],
      ], 503, ['Retry-After' => 1, 'Content-Type' => 'application/vnd.api+json']);
    }
    try {
      return $this->httpKernel->handle($request, $type, $catch);
    }
    finally {
      $release();
    }
  }

  /**
   * SQLite has one writer anyway; queueing for it beats failing on it.
   */
  private function lockDatabaseFile(): ?callable {
    $path = $this->database->getConnectionOptions()['database'];
    if ($path === ':memory:') {
      // Nobody else can reach it.
      return static function (): void {};
    }
    $handle = @fopen("$path.write-lock", 'c');
    if ($handle === FALSE || !flock($handle, LOCK_EX)) {
      return NULL;
    }
    return static function () use ($handle): void {
      flock($handle, LOCK_UN);
      fclose($handle);
    };
  }

  /**
   * Locks the record that the path names, if it names one.
   */
  private function lockRecord(Request $request): ?callable {
    if (!preg_match('#/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(/|$)#i', $request->getPathInfo(), $match)) {
      return static function (): void {};
    }
    $name = 'sw_record:' . strtolower($match[1]);
    $until = microtime(TRUE) + self::WAIT_SECONDS;
    while (!$this->lock->acquire($name, 60.0)) {
      if (microtime(TRUE) > $until) {
        return NULL;
      }
      usleep(20000);
    }
    return fn () => $this->lock->release($name);
  }

}
