<?php

namespace Drupal\sw_base\SignIn;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Database\Connection;
use Drupal\Core\DestructableInterface;
use Drupal\Core\Flood\DatabaseBackend;
use Drupal\Core\Lock\LockBackendInterface;
use Symfony\Component\HttpFoundation\RequestStack;

/**
 * Counts exactly where requests come at once.
 *
 * Core asks whether another try is allowed, tries, and then counts it: as many tries as come meanwhile pass. Here
 * asking takes a place at once, under a lock. A try that fails keeps its place, any other gives it back at the end.
 */
final class ExactFlood extends DatabaseBackend implements DestructableInterface {

  private const PATIENCE = 10.0;

  /**
   * Places taken by this request, by event and identifier.
   *
   * @var array<string, int>
   */
  private array $taken = [];

  public function __construct(Connection $connection, RequestStack $request_stack, TimeInterface $time, private readonly LockBackendInterface $lock) {
    parent::__construct($connection, $request_stack, $time);
  }

  /**
   * {@inheritdoc}
   */
  public function isAllowed($name, $threshold, $window = 3600, $identifier = NULL) {
    $identifier ??= $this->address();
    $key = "$name $identifier";
    if (isset($this->taken[$key])) {
      return TRUE;
    }
    $lock = 'sw_flood:' . hash('sha256', $key);
    $until = microtime(TRUE) + self::PATIENCE;
    while (!$this->lock->acquire($lock, 5.0)) {
      if (microtime(TRUE) > $until) {
        return FALSE;
      }
      usleep(5000);
    }
    try {
      if (!parent::isAllowed($name, $threshold, $window, $identifier)) {
        return FALSE;
      }
      $now = $this->time->getRequestTime();
      $fields = ['event' => $name, 'identifier' => $identifier, 'timestamp' => $now, 'expiration' => $now + $window];
      $this->taken[$key] = (int) $this->connection->insert(self::TABLE_NAME)->fields($fields)->execute();
      return TRUE;
    }
    finally {
      $this->lock->release($lock);
    }
  }

  /**
   * {@inheritdoc}
   */
  public function register($name, $window = 3600, $identifier = NULL) {
    $identifier ??= $this->address();
    $key = "$name $identifier";
    if (isset($this->taken[$key])) {
      unset($this->taken[$key]);
      return;
    }
    parent::register($name, $window, $identifier);
  }

  /**
   * {@inheritdoc}
   */
  public function clear($name, $identifier = NULL) {
    $identifier ??= $this->address();
    unset($this->taken["$name $identifier"]);
    parent::clear($name, $identifier);
  }

  /**
   * {@inheritdoc}
   */
  public function destruct() {
    if ($this->taken !== []) {
      $this->connection->delete(self::TABLE_NAME)->condition('fid', array_values($this->taken), 'IN')->execute();
      $this->taken = [];
    }
  }

  /**
   * Whom core counts where nobody is named.
   */
  private function address(): string {
    return (string) $this->requestStack->getCurrentRequest()?->getClientIp();
  }

}
