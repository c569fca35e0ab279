<?php

namespace Drupal\sw_base\Account;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Component\Utility\Crypt;
use Drupal\Component\Uuid\UuidInterface;
use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Flood\FloodInterface;
use Drupal\Core\Flood\PrefixFloodInterface;
use Drupal\sw_base\SignIn\LimitedSessions;
use Drupal\sw_base\Storage\StoredRow;
use Drupal\sw_base\Tenancy\SystemScope;
use Drupal\user\UserInterface;

/**
 * What people are to be told by mail of their own account: links to a new password, and that it was changed.
 *
 * Who asks for a new password only leaves the name: whose it is, is looked up
 * when the mail is written. The embedded backend has the same in
 * session/account-mails.ts.
 */
final class AccountMails {

  public const RESET = 'password_reset';

  public const CHANGED = 'password_changed';

  private const MAILS = 'sw_account_mail';

  private const LINKS = 'sw_password_reset';

  /**
   * Asking is limited as signing in is, whatever the name.
   */
  private const ASKS_PER_ADDRESS = ['sw_base.reset_address', 50, 3600];

  private const ASKS_PER_NAME = ['sw_base.reset_name', 5, 6 * 3600];

  /**
   * Whoever asks, from however many addresses, fills nobody's mailbox.
   */
  private const MAILS_PER_PERSON = ['sw_base.reset_mail', 10, 6 * 3600];

  private const LINK_LIFETIME = 600;

  /**
   * Nobody waits longer for the mail they asked for; of a change people are told for some days.
   */
  private const WAITS_FOR = [self::RESET => 3600, self::CHANGED => 3 * 86400];

  private const LISTED = 100;

  public function __construct(
    private readonly Connection $database,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
    private readonly FloodInterface $flood,
    private readonly UuidInterface $uuid,
    private readonly TimeInterface $time,
    private readonly LimitedSessions $sessions,
  ) {}

  /**
   * Takes a request for a new password: the same work for every name.
   *
   * @return int|null
   *   The seconds to wait, where too many were asked for.
   */
  public function ask(string $name, string $address): ?int {
    $name = mb_strtolower($name);
    $counted = [
      [self::ASKS_PER_ADDRESS, $address],
      [self::ASKS_PER_NAME, hash('sha256', $name) . "-$address"],
    ];
    foreach ($counted as [$limit, $identifier]) {
      if (!$this->count($limit, $identifier)) {
        return $limit[2];
      }
    }
    $this->add(['kind' => self::RESET, 'name' => $name]);
    return NULL;
  }

  /**
   * @return list<string>
   *   Mails that nobody has taken up yet, oldest first.
   */
  public function waiting(): array {
    $query = $this->database->select(self::MAILS, 'm')->fields('m', ['id'])->isNull('taken')->orderBy('place')->range(0, self::LISTED);
    $in_time = $query->orConditionGroup();
    foreach (self::WAITS_FOR as $kind => $seconds) {
      $in_time->condition($query->andConditionGroup()->condition('kind', $kind)->condition('at', $this->now() - $seconds, '>='));
    }
    return $query->condition($in_time)->execute()->fetchCol();
  }

  /**
   * A mail, with a new link where it has one.
   *
   * It may be taken again, by whom the first time was interrupted: links of the
   * same request live side by side, so that a mail that arrives twice opens twice.
   *
   * @return array<string, mixed>|null
   *   NULL where there is nobody to send it to, or it is too late.
   */
  public function take(string $id): ?array {
    $mail = $this->database->select(self::MAILS, 'm')->fields('m')->condition('id', $id)->execute()->fetchAssoc();
    if (!$mail) {
      return NULL;
    }
    $is_reset = $mail['kind'] === self::RESET;
    $person = $mail['at'] < $this->now() - self::WAITS_FOR[$mail['kind']] ? NULL : $this->person($mail);
    if ($person === NULL || ($is_reset && $mail['taken'] === NULL && !$this->count(self::MAILS_PER_PERSON, (string) $person->id()))) {
      $this->database->delete(self::MAILS)->condition('place', $mail['place'])->execute();
      return NULL;
    }
    $this->database->update(self::MAILS)->fields(['taken' => $this->now()])->condition('place', $mail['place'])->execute();
    return [
      'id' => $mail['id'],
      'kind' => $mail['kind'],
      'at' => gmdate('Y-m-d\TH:i:sP', (int) $mail['at']),
      'recipient' => [
        'id' => $person->uuid(),
        'name' => $person->getDisplayName(),
        'mail' => $person->getEmail(),
        'language' => $person->get('preferred_langcode')->value ?: NULL,
      ],
      'brand' => $person->get('brand')->entity?->uuid(),
      'token' => $is_reset ? $this->newLink((int) $mail['place'], (int) $person->id()) : NULL,
    ];
  }

  /**
   * Whose link this is.
   *
   * @return \Drupal\user\UserInterface|null
   *   NULL for one that is unknown, used, too old, followed by another request,
   *   or a blocked person's.
   */
  public function accountOf(#[\SensitiveParameter] string $token): ?UserInterface {
    $link = $this->database->select(self::LINKS, 'l')->fields('l')
      ->condition('hash', hash('sha256', $token))->condition('ends', $this->now(), '>=')
      ->execute()->fetchAssoc();
    $account = $link ? $this->entityTypeManager->getStorage('user')->load($link['account']) : NULL;
    if (!$account instanceof UserInterface || !$account->isActive()) {
      return NULL;
    }
    $later = $this->database->select(self::MAILS, 'm')
      ->condition('kind', self::RESET)->condition('name', mb_strtolower((string) $account->getAccountName()))->condition('place', $link['mail'], '>')
      ->countQuery()->execute()->fetchField();
    return $later ? NULL : $account;
  }

  /**
   * Uses the link up, and sets the password that it was for.
   *
   * @return bool
   *   Whether no other request was faster.
   */
  public function redeem(#[\SensitiveParameter] string $token, UserInterface $account, #[\SensitiveParameter] string $password): bool {
    $transaction = $this->database->startTransaction();
    try {
      $used = $this->database->delete(self::LINKS)->condition('hash', hash('sha256', $token))->condition('account', $account->id())->execute();
      if ($used) {
        $this->systemScope->run(fn () => $account->setPassword($password)->save());
      }
      return (bool) $used;
    }
    catch (\Throwable $failure) {
      $transaction->rollBack();
      throw $failure;
    }
  }

  /**
   * An old password opens nothing any more, and neither does a link to another one; the person is told.
   */
  public function accountChanged(UserInterface $account): void {
    $stored = StoredRow::load($account);
    $has_new_password = $stored !== NULL && $stored->get('pass')->value !== $account->get('pass')->value;
    if ($has_new_password || $account->isBlocked()) {
      $this->sessions->end((int) $account->id());
      $this->database->delete(self::LINKS)->condition('account', $account->id())->execute();
    }
    if ($has_new_password) {
      $this->add(['kind' => self::CHANGED, 'account' => (int) $account->id()]);
      $this->forgetGuesses((int) $account->id());
    }
  }

  /**
   * Guesses at the old password say nothing of the new one; core forgets those of its form alone.
   */
  private function forgetGuesses(int $account): void {
    if ($this->flood instanceof PrefixFloodInterface) {
      foreach (['user.http_login', 'basic_auth.failed_login_user'] as $event) {
        $this->flood->clearByPrefix($event, (string) $account);
      }
    }
  }

  /**
   * Whom a mail is for.
   *
   * Staff, clients and partners with an address: never a service's user, and
   * nobody of the platform, who has no brand to write in the name of.
   *
   * @param array<string, mixed> $mail
   *   The row.
   */
  private function person(array $mail): ?UserInterface {
    $storage = $this->entityTypeManager->getStorage('user');
    $key = $mail['account'] === NULL ? ['name', $mail['name']] : ['uid', $mail['account']];
    $found = $this->systemScope->run(fn () => $storage->getQuery()->accessCheck(FALSE)->condition(...$key)->condition('status', 1)->range(0, 1)->execute());
    $person = $found ? $storage->load(reset($found)) : NULL;
    $is_reached = $person instanceof UserInterface && (string) $person->getEmail() !== ''
      && $person->get('user_type')->value !== 'service' && !$person->get('brand')->isEmpty();
    return $is_reached ? $person : NULL;
  }

  /**
   * Makes a link, which ends those of earlier requests.
   */
  private function newLink(int $mail, int $account): string {
    $this->database->delete(self::LINKS)->condition('ends', $this->now(), '<')->execute();
    $this->database->delete(self::LINKS)->condition('account', $account)->condition('mail', $mail, '<')->execute();
    $token = Crypt::randomBytesBase64(32);
    $this->database->insert(self::LINKS)->fields([
      'hash' => hash('sha256', $token),
      'mail' => $mail,
      'account' => $account,
      'ends' => $this->now() + self::LINK_LIFETIME,
    ])->execute();
    return $token;
  }

  /**
   * Adds a mail; what has waited too long goes now, so that looking for mails writes nothing.
   *
   * @param array<string, mixed> $fields
   *   What the mail is and whom it is for.
   */
  private function add(array $fields): void {
    foreach (self::WAITS_FOR as $kind => $seconds) {
      $this->database->delete(self::MAILS)->condition('kind', $kind)->condition('at', $this->now() - $seconds, '<')->execute();
    }
    $this->database->insert(self::MAILS)->fields(['id' => $this->uuid->generate(), 'at' => $this->now()] + $fields)->execute();
  }

  /**
   * Takes one of the places of a limit, for good.
   *
   * @param array{string, int, int} $limit
   *   Event, places, seconds.
   */
  private function count(array $limit, string $identifier): bool {
    [$event, $most, $window] = $limit;
    if (!$this->flood->isAllowed($event, $most, $window, $identifier)) {
      return FALSE;
    }
    $this->flood->register($event, $window, $identifier);
    return TRUE;
  }

  /**
   * The time of the request.
   */
  private function now(): int {
    return $this->time->getRequestTime();
  }

}
