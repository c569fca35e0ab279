<?php

namespace Drupal\sw_base\Journal;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Component\Utility\Unicode;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Entity\EntityLabels;
use Drupal\sw_base\Entity\FlaggedRow;
use Drupal\sw_base\Entity\ReferencePaths;
use Drupal\sw_base\Entity\SiteFields;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Storage\EntityDiffer;
use Drupal\sw_base\Storage\StoredRow;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\RequestStack;

/**
 * Writes journal entries inside the transaction of the change.
 */
final class JournalWriter {

  /**
   * Users: core's fields that the API shows, none of them secret.
   */
  private const USER_FIELDS = ['name', 'mail', 'status', 'preferred_langcode'];

  /**
   * Users: what colleagues see, and so may read in the journal.
   */
  private const COLLEAGUE_USER_FIELDS = ['full_name', 'user_type'];

  private const CAUSES = ['import', 'connector', 'rule'];

  /**
   * Entries of a batch are written that many at a time.
   */
  private const BATCH_SIZE = 500;

  private ?string $requestId = NULL;

  /**
   * The chains' last links by brand while a batch holds their locks; NULL outside of one.
   *
   * @var array<int, array{sequence: int, hash: string}>|null
   */
  private ?array $heads = NULL;

  /**
   * Entries of the batch that are not written yet, by brand.
   *
   * @var array<int, non-empty-list<array<string, mixed>>>
   */
  private array $pending = [];

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly JournalChain $chain,
    private readonly JournalTable $table,
    private readonly JournalValues $values,
    private readonly SiteFields $siteFields,
    private readonly EntityDiffer $differ,
    private readonly ReferencePaths $paths,
    private readonly ActorRepository $actors,
    private readonly EntityLabels $labels,
    private readonly RequestStack $requestStack,
    private readonly TimeInterface $time,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * Runs many saves in a transaction of the caller and writes their entries together.
   *
   * @template T
   *
   * @param callable(): T $callback
   *   The saves. When it throws, nothing is written: the caller rolls back.
   *
   * @return T
   *   What the callback returns.
   */
  public function batch(callable $callback): mixed {
    $this->heads = [];
    try {
      $this->head((int) $this->actors->current()->brandId);
      $result = $callback();
      foreach (array_keys($this->pending) as $brand_id) {
        $this->write($brand_id);
      }
      return $result;
    }
    finally {
      $this->heads = NULL;
      $this->pending = [];
    }
  }

  /**
   * Makes other writers of the same journal wait until the transaction ends.
   */
  public function lock(ContentEntityInterface $entity): void {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    if ($this->models->get()->isJournalled($entity->getEntityTypeId()) || ($type?->writable && $type->unique !== [])) {
      $this->head($this->brandId($entity));
    }
  }

  /**
   * Counts the version up before a changed row is stored.
   */
  public function prepare(EntityInterface $entity): void {
    if ($entity instanceof ContentEntityInterface && $this->models->get()->covers($entity->getEntityTypeId())) {
      $stored = $entity->isNew() ? NULL : StoredRow::of($entity);
      $entity->set('version', $stored === NULL ? 1 : (int) $stored->get('version')->value + 1);
    }
  }

  /**
   * Records what happened to a row.
   */
  public function record(EntityInterface $entity, Operation $operation): void {
    if (!$entity instanceof ContentEntityInterface || !$this->models->get()->isJournalled($entity->getEntityTypeId())) {
      return;
    }
    if ($operation === Operation::Delete) {
      $this->values->deleted($entity);
    }
    // What needs no permission of its own still needs the one to see the row.
    $own = $this->rowPermission($entity);
    $groups = $this->changes($entity, $operation, $own);
    if ($operation !== Operation::Update) {
      $groups += [$own => []];
    }
    uksort($groups, fn (string $a, string $b) => [$a !== $own, $a] <=> [$b !== $own, $b]);
    if ($groups === []) {
      return;
    }
    $brand_id = $this->brandId($entity);
    $head = $this->head($brand_id);
    foreach ($groups as $permission => $changes) {
      $entry = $this->entry($entity, $operation, (string) $permission, $changes, $brand_id, $head);
      $this->pending[$brand_id][] = $entry;
      $head = ['sequence' => $entry['sequence'], 'hash' => $entry['hash']];
    }
    if ($this->heads !== NULL) {
      $this->heads[$brand_id] = $head;
    }
    if ($this->heads === NULL || count($this->pending[$brand_id]) >= self::BATCH_SIZE) {
      $this->write($brand_id);
    }
  }

  /**
   * The last link of a chain, locked until the transaction ends.
   *
   * @return array{sequence: int, hash: string}
   *   Its number and hash.
   */
  private function head(int $brand_id): array {
    $head = $this->heads[$brand_id] ?? $this->chain->lockHead($brand_id);
    if ($this->heads !== NULL) {
      $this->heads[$brand_id] = $head;
    }
    return $head;
  }

  /**
   * Writes what is pending, and moves the head of the chain behind it.
   */
  private function write(int $brand_id): void {
    $entries = $this->pending[$brand_id];
    unset($this->pending[$brand_id]);
    $this->table->insert($brand_id, $entries);
    $last = end($entries);
    $this->chain->advance($brand_id, $last['sequence'], $last['hash']);
  }

  /**
   * @return array<string, list<array{field: string, from: string|null, to: string|null}>>
   *   Changes by the permission that is needed to see them: their own, else the row's; '' for none.
   */
  private function changes(ContentEntityInterface $entity, Operation $operation, string $own): array {
    $fields = $this->models->get()->fieldsOf($entity->getEntityTypeId());
    $names = array_merge($entity->getEntityTypeId() === 'user' ? self::USER_FIELDS : [], array_keys($fields), $this->siteFields->names($entity->getEntityTypeId()));
    $stored = $operation === Operation::Update ? StoredRow::of($entity) : NULL;
    if ($stored !== NULL) {
      $names = array_intersect($names, $this->differ->changedFields($entity, $stored));
    }
    $groups = [];
    foreach ($names as $name) {
      if (isset($fields[$name]) && $fields[$name]->secret) {
        continue;
      }
      $now = $this->values->text($entity->get($name));
      $from = match ($operation) {
        Operation::Create => NULL,
        Operation::Update => $this->values->text($stored->get($name)),
        Operation::Delete => $now,
      };
      $to = $operation === Operation::Delete ? NULL : $now;
      if ($from !== $to) {
        $groups[$this->viewPermission($entity, $name) ?: $own][] = ['field' => $name, 'from' => $from, 'to' => $to];
      }
    }
    return $groups;
  }

  /**
   * The permission that a field's changes need, '' for none.
   */
  private function viewPermission(ContentEntityInterface $entity, string $name): string {
    if ($entity->getEntityTypeId() === 'user' && !in_array($name, self::COLLEAGUE_USER_FIELDS, TRUE)) {
      return 'administer brand';
    }
    return ($this->models->get()->fieldsOf($entity->getEntityTypeId())[$name] ?? NULL)->viewPermission ?? '';
  }

  /**
   * The next entry of the chain.
   *
   * @return array<string, mixed>
   *   Values by column, and the changes.
   */
  private function entry(ContentEntityInterface $entity, Operation $operation, string $permission, array $changes, int $brand_id, array $head): array {
    $actor = $this->actorId($brand_id);
    $account = $this->accountId($entity, $operation);
    $content = [
      'cause' => $this->cause(),
      'occurred_at' => $this->time->getCurrentTime(),
      'operation' => $operation->value,
      'request_id' => $this->requestId(),
      'sequence' => $head['sequence'] + 1,
      'subject_id' => $entity->uuid(),
      // Stored as no value, and so hashed as none.
      'subject_label' => Unicode::truncate($this->label($entity), 255) ?: NULL,
      'subject_type' => $entity->getEntityTypeId(),
      'subject_version' => (int) $entity->get('version')->value,
      'undoes' => $this->undoes(),
      'view_permission' => $permission === '' ? NULL : $permission,
      'changes' => $changes,
    ];
    $hash = JournalChain::hash($head['hash'], $content + [
      'account' => $this->values->uuid('sw_account', $account),
      'actor' => $this->values->uuid('user', $actor),
      'actor_name' => $this->actorName(),
    ]);
    return [
      'account' => $account,
      'actor' => $actor,
      'actor_name' => $this->actorName(),
      'previous_hash' => $head['hash'],
      'hash' => $hash,
    ] + $content;
  }

  /**
   * The permission that seeing the row itself needs, '' for none but its type's.
   */
  private function rowPermission(ContentEntityInterface $entity): string {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    $row_view = $type?->rowView;
    if (isset($row_view['flag'])) {
      return FlaggedRow::isFlagged($entity, $row_view['flag']) ? $row_view['permission'] : '';
    }
    $needed = isset($row_view['permissions']) ? ($row_view['permissions'][(string) $entity->get($row_view['field'])->value] ?? '') : '';
    return $needed === $type?->access['view'] ? '' : $needed;
  }

  /**
   * Who did it, unless they belong elsewhere: a brand's journal refers to nobody outside of it.
   */
  private function actorId(int $brand_id): ?int {
    $actor = $this->actors->current();
    return $actor->isAnonymous() || (int) $actor->brandId !== $brand_id ? NULL : $actor->uid;
  }

  /**
   * The chain a row's entries belong to, 0 for the platform's.
   */
  private function brandId(ContentEntityInterface $entity): int {
    return $this->models->get()->isTenant($entity->getEntityTypeId()) ? (int) $entity->get('brand')->target_id : 0;
  }

  /**
   * The customer account the row belongs to, as far as it still exists.
   */
  private function accountId(ContentEntityInterface $entity, Operation $operation): ?int {
    $path = $this->models->get()->type($entity->getEntityTypeId())?->ownerPath;
    return $path === NULL || ($path === 'self' && $operation === Operation::Delete) ? NULL : $this->paths->targetId($entity, $path);
  }

  /**
   * What the row is called, in the words a colleague sees.
   */
  private function label(ContentEntityInterface $entity): string {
    return $entity instanceof UserInterface ? (string) $entity->getDisplayName() : $this->labels->of($entity);
  }

  /**
   * Who did it, by name, for the time after the account is gone.
   */
  private function actorName(): ?string {
    return $this->currentUser->isAuthenticated() ? Unicode::truncate((string) $this->currentUser->getDisplayName(), 160) : NULL;
  }

  /**
   * Why it happened, as the caller says.
   */
  private function cause(): string {
    $cause = (string) $this->requestStack->getMainRequest()?->headers->get('X-SW-Cause');
    return in_array($cause, self::CAUSES, TRUE) ? $cause : 'user';
  }

  /**
   * The id of the request, shared by all entries that it writes.
   */
  private function requestId(): string {
    $request = $this->requestStack->getMainRequest();
    return ($request ? self::sentRequestId($request) : NULL) ?? ($this->requestId ??= bin2hex(random_bytes(16)));
  }

  /**
   * The id of the request that this one takes back, as the caller says.
   */
  private function undoes(): ?string {
    $request = $this->requestStack->getMainRequest();
    return $request ? self::sentId($request, 'X-SW-Undoes') : NULL;
  }

  /**
   * The id that the client gave its request, or NULL.
   */
  public static function sentRequestId(Request $request): ?string {
    return self::sentId($request, 'X-Request-Id');
  }

  /**
   * The id of a request that a header names, or NULL.
   */
  private static function sentId(Request $request, string $header): ?string {
    $sent = (string) $request->headers->get($header);
    return preg_match('/^[A-Za-z0-9._-]{1,64}$/D', $sent) ? $sent : NULL;
  }

}
