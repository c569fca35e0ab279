<?php

namespace Drupal\sw_base\SignIn;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Component\Utility\Crypt;
use Drupal\Core\Database\Connection;
use Symfony\Component\HttpFoundation\RequestStack;

/**
 * Sessions that end: a day after their last use, and two weeks after signing in.
 *
 * Core knows when a session was last used, not when and where it began; what is
 * kept here of each says so. A session without it, such as the one that core
 * makes anew for whoever changes their password, is nobody's.
 */
final class LimitedSessions implements \SessionHandlerInterface {

  public const IDLE_SECONDS = 86400;

  public const ABSOLUTE_SECONDS = 14 * 86400;

  public const TABLE = 'sw_session';

  private const LONGEST_AGENT = 255;

  /**
   * Whether somebody signs in with this request.
   */
  private bool $begins = FALSE;

  public function __construct(
    private readonly \SessionHandlerInterface $inner,
    private readonly Connection $database,
    private readonly RequestStack $requests,
    private readonly TimeInterface $time,
  ) {}

  /**
   * The session that this request writes is a new one.
   */
  public function begin(): void {
    $this->begins = TRUE;
  }

  /**
   * @return list<array{begun: int, used: int, agent: string|null, current: bool}>
   *   The account's open sessions, the last used first.
   */
  public function ofAccount(int $uid, string $current): array {
    if (!$this->database->schema()->tableExists('sessions')) {
      return [];
    }
    $query = $this->database->select('sessions', 's')->fields('s', ['sid', 'timestamp'])->condition('s.uid', (string) $uid);
    $query->join(self::TABLE, 'b', '[b].[sid] = [s].[sid]');
    $query->fields('b', ['begun', 'agent'])
      ->condition('s.timestamp', (string) ($this->now() - self::IDLE_SECONDS), '>')
      ->condition('b.begun', (string) ($this->now() - self::ABSOLUTE_SECONDS), '>')
      ->orderBy('s.timestamp', 'DESC')->orderBy('b.begun', 'DESC')->orderBy('s.sid');
    $sessions = [];
    foreach ($query->execute()->fetchAll() as $row) {
      $sessions[] = [
        'begun' => (int) $row->begun,
        'used' => (int) $row->timestamp,
        'agent' => $row->agent,
        'current' => $row->sid === $this->key($current),
      ];
    }
    return $sessions;
  }

  /**
   * Ends the account's sessions, but for one that is kept.
   */
  public function end(int $uid, string $kept = ''): void {
    $this->database->delete(self::TABLE)->condition('uid', (string) $uid)->condition('sid', $this->key($kept), '<>')->execute();
  }

  /**
   * {@inheritdoc}
   */
  public function open(string $path, string $name): bool {
    return $this->inner->open($path, $name);
  }

  /**
   * {@inheritdoc}
   */
  public function close(): bool {
    return $this->inner->close();
  }

  /**
   * {@inheritdoc}
   */
  public function read(#[\SensitiveParameter] string $id): string|false {
    $data = $this->inner->read($id);
    if ((string) $data === '' || $this->lives($id)) {
      return $data;
    }
    $this->destroy($id);
    return '';
  }

  /**
   * {@inheritdoc}
   */
  public function write(#[\SensitiveParameter] string $id, string $data): bool {
    $written = $this->inner->write($id, $data);
    $request = $this->requests->getCurrentRequest();
    $uid = (int) $request?->getSession()->get('uid', 0);
    if ($this->begins && $uid > 0) {
      $this->begins = FALSE;
      $agent = trim((string) preg_replace('/[^ -~]/', '', (string) $request->headers->get('User-Agent')));
      $this->database->merge(self::TABLE)->keys(['sid' => $this->key($id)])->fields([
        'uid' => $uid,
        'begun' => $this->now(),
        'agent' => substr($agent, 0, self::LONGEST_AGENT) ?: NULL,
      ])->execute();
    }
    return $written;
  }

  /**
   * {@inheritdoc}
   */
  public function destroy(#[\SensitiveParameter] string $id): bool {
    $this->database->delete(self::TABLE)->condition('sid', $this->key($id))->execute();
    return $this->inner->destroy($id);
  }

  /**
   * {@inheritdoc}
   */
  public function gc(int $max_lifetime): int|false {
    $this->database->delete(self::TABLE)->condition('begun', (string) ($this->now() - self::ABSOLUTE_SECONDS), '<=')->execute();
    return $this->inner->gc($max_lifetime);
  }

  /**
   * Whether the stored session is nobody's yet, or within its limits.
   */
  private function lives(#[\SensitiveParameter] string $id): bool {
    $query = $this->database->select('sessions', 's')->fields('s', ['uid', 'timestamp'])->condition('s.sid', $this->key($id));
    $query->leftJoin(self::TABLE, 'b', '[b].[sid] = [s].[sid]');
    $session = $query->fields('b', ['begun'])->execute()->fetchObject();
    if (!$session) {
      return FALSE;
    }
    $now = $this->now();
    return (int) $session->uid === 0 || ($session->timestamp > $now - self::IDLE_SECONDS && $session->begun > $now - self::ABSOLUTE_SECONDS);
  }

  /**
   * What is stored of a session's id, as core does it.
   */
  private function key(#[\SensitiveParameter] string $id): string {
    return Crypt::hashBase64($id);
  }

  /**
   * The time of the request.
   */
  private function now(): int {
    return $this->time->getRequestTime();
  }

}
