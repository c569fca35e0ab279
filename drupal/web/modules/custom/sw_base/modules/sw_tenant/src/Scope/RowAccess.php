<?php

namespace Drupal\sw_tenant\Scope;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Access\AccessResultInterface;
use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\file\FileInterface;
use Drupal\sw_base\Access\Actor;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Access\BusinessRolePolicy;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Entity\FlaggedRow;
use Drupal\sw_base\Entity\ReferencePaths;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Storage\StoredRow;

/**
 * The same scope as the queries', for rows that were loaded by id.
 */
final class RowAccess {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TenantContext $context,
    private readonly ActorRepository $actors,
    private readonly ReferencePaths $paths,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly TypeAccess $typeAccess,
    private readonly ModelInSight $inSight,
    private readonly Connection $database,
    private readonly ScopeFactory $scopes,
  ) {}

  /**
   * Forbids rows that don't exist for the account.
   */
  public function check(ContentEntityInterface $entity, AccountInterface $account): AccessResultInterface {
    if (!$this->models->get()->covers($entity->getEntityTypeId())) {
      return AccessResult::neutral();
    }
    $used = $this->models->get()->type($entity->getEntityTypeId())?->ownerSeesUsed;
    $through = $used ? $this->scopes->dependsOn($entity->getEntityTypeId()) : [];
    return AccessResult::forbiddenIf(!$this->exists($entity, $account))
      ->addCacheTags(array_map(fn (string $type) => "{$type}_list", $through))
      ->addCacheContexts(['user.sw_actor', 'user.permissions'])
      ->addCacheableDependency($entity);
  }

  /**
   * Whether the row exists for the account.
   */
  public function exists(ContentEntityInterface $entity, AccountInterface $account): bool {
    if ($entity->isNew() || $this->context->isSystem()) {
      return TRUE;
    }
    if (!$this->inSight->hasType($entity->getEntityTypeId(), $account)) {
      return FALSE;
    }
    $actor = $this->actors->get((int) $account->id());
    if ($entity->getEntityTypeId() === 'sw_brand') {
      return $actor->brandId === NULL ? $account->hasPermission(BusinessRolePolicy::PLATFORM_PERMISSION) : (int) $entity->id() === $actor->brandId;
    }
    if (!$this->models->get()->isTenant($entity->getEntityTypeId())) {
      return TRUE;
    }
    $in_scope = match ($this->context->kindOf($actor)) {
      // A file of the platform, such as the brand's logo, was found through a row that uses it.
      ScopeKind::Brand => (int) $entity->get('brand')->target_id === $actor->brandId || ($entity instanceof FileInterface && $entity->get('brand')->isEmpty()),
      ScopeKind::Platform => $this->existsForPlatform($entity, $account),
      default => FALSE,
    };
    return $in_scope && $this->isOwned($entity, $actor) && $this->isUsed($entity, $actor) && $this->isNamedToOwners($entity, $actor) && $this->passesRowView($entity, $account) && $this->hasOpenValues($entity, $account) && $this->hasViewableSubject($entity, $account);
  }

  /**
   * Whether the row belongs to the current user's brand, or to none.
   *
   * Coarser than exists(): linkage within a brand is always shown.
   */
  public function isSameBrand(ContentEntityInterface $entity): bool {
    $actor = $this->context->actor();
    if ($this->context->isSystem() || $actor->brandId === NULL) {
      return TRUE;
    }
    if ($entity->getEntityTypeId() === 'sw_brand') {
      return (int) $entity->id() === $actor->brandId;
    }
    return !$entity->hasField('brand') || $entity->get('brand')->isEmpty() || (int) $entity->get('brand')->target_id === $actor->brandId;
  }

  /**
   * Whether a reference to the row is shown as one, to the current user.
   */
  public function isLinkable(ContentEntityInterface $entity): bool {
    return $this->isSameBrand($entity) && ($this->context->isSystem() || $this->inSight->hasType($entity->getEntityTypeId()) && $this->isNamedToOwners($entity, $this->context->actor()));
  }

  /**
   * Keeps a row's brand for ever.
   */
  public function guardBrand(ContentEntityInterface $entity): void {
    $stored = StoredRow::of($entity);
    if ($this->models->get()->isTenant($entity->getEntityTypeId()) && !$entity->isNew() && $stored !== NULL && !$entity->get('brand')->equals($stored->get('brand'))) {
      throw new \LogicException('A row never changes its brand.');
    }
  }

  /**
   * Access and headers of a private file.
   *
   * @return array<string, string>|int
   *   Headers, or -1 to refuse.
   */
  public function downloadHeaders(string $uri): array|int {
    $files = $this->entityTypeManager->getStorage('file')->loadByProperties(['uri' => $uri]);
    foreach ($files as $file) {
      // Databases compare without letter case, file systems with it.
      if ($file instanceof FileInterface && $file->getFileUri() === $uri) {
        return $file->access('download') ? $this->headers($file) : -1;
      }
    }
    return -1;
  }

  /**
   * @return array<string, string>
   *   Response headers of a private file.
   */
  private function headers(FileInterface $file): array {
    return [
      'Content-Type' => $file->getMimeType(),
      'Content-Length' => (string) $file->getSize(),
      'Content-Disposition' => 'attachment; filename*=UTF-8\'\'' . rawurlencode($file->getFilename()),
      'Cache-Control' => 'private, no-store',
      'X-Content-Type-Options' => 'nosniff',
    ];
  }

  /**
   * See ScopeFactory::platform().
   */
  private function existsForPlatform(ContentEntityInterface $entity, AccountInterface $account): bool {
    if ($entity instanceof FileInterface) {
      return $entity->get('brand')->isEmpty() && $entity->getOwnerId() == $account->id();
    }
    $own = $entity->getEntityTypeId() === 'user' && $entity->id() == $account->id();
    $platform_type = $entity->getEntityTypeId() === 'user' || $this->models->get()->type($entity->getEntityTypeId())?->writable === FALSE;
    return $own || ($platform_type && $account->hasPermission(BusinessRolePolicy::PLATFORM_PERMISSION));
  }

  /**
   * Whether a client or partner is led to one of their accounts.
   */
  private function isOwned(ContentEntityInterface $entity, Actor $actor): bool {
    $path = $this->models->get()->type($entity->getEntityTypeId())?->ownerPath;
    if ($path === NULL || $actor->brandId === NULL || !$actor->isRestrictedToAccounts()) {
      return TRUE;
    }
    return in_array($this->paths->targetId($entity, $path), $actor->accountIds, TRUE);
  }

  /**
   * Whether a row of a client's or partner's refers to it, where that is asked for.
   */
  private function isUsed(ContentEntityInterface $entity, Actor $actor): bool {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    // What a brand has for all exists only for those of its people who are signed in: the scope is theirs.
    if (!$type?->ownerSeesUsed || $actor->brandId === NULL || !$actor->isRestrictedToAccounts()) {
      return TRUE;
    }
    $scope = $this->scopes->get($type->name);
    $query = $this->database->select($type->name, 't')->condition('t.id', $entity->id());
    $scope !== NULL && $query->where($scope->for('t'), $scope->arguments);
    return (int) $query->countQuery()->execute()->fetchField() > 0;
  }

  /**
   * Whether a client or partner sees the person: themselves, and those whom the model names.
   */
  private function isNamedToOwners(ContentEntityInterface $entity, Actor $actor): bool {
    $sees = $this->models->get()->ownerSees[$entity->getEntityTypeId()] ?? NULL;
    if ($sees === NULL || $actor->brandId === NULL || !$actor->isRestrictedToAccounts()) {
      return TRUE;
    }
    $own = $entity->getEntityTypeId() === 'user' && (int) $entity->id() === $actor->uid;
    return $own || in_array((string) $entity->get($sees['field'])->value, $sees['values'], TRUE);
  }

  /**
   * Whether a row about another row is about a type that the account may view.
   */
  private function hasViewableSubject(ContentEntityInterface $entity, AccountInterface $account): bool {
    if (!isset($this->models->get()->type($entity->getEntityTypeId())?->fields['subject_type'])) {
      return TRUE;
    }
    $subject = (string) $entity->get('subject_type')->value;
    return $this->typeAccess->check($subject, 'view', $account)->isAllowed()
      && $this->isOpenSubject($this->models->get()->type($subject), (string) $entity->get('subject_id')->value, $account);
  }

  /**
   * Whether the row that is told of has no value of a module that is closed to the account.
   */
  private function isOpenSubject(?ModelType $type, string $uuid, AccountInterface $account): bool {
    $closed = $type === NULL ? [] : $this->inSight->closedValues($type, $account);
    if ($closed === []) {
      return TRUE;
    }
    $query = $this->database->select($type->name, 't')->condition('uuid', $uuid);
    $any = $query->orConditionGroup();
    foreach ($closed as $field => $values) {
      $any->condition($field, $values, 'IN');
    }
    return (int) $query->condition($any)->countQuery()->execute()->fetchField() === 0;
  }

  /**
   * Whether the row has no value of a module that is closed to the account.
   */
  private function hasOpenValues(ContentEntityInterface $entity, AccountInterface $account): bool {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    foreach ($type === NULL ? [] : $this->inSight->closedValues($type, $account) as $field => $values) {
      if (in_array($entity->get($field)->value, $values, TRUE)) {
        return FALSE;
      }
    }
    return TRUE;
  }

  /**
   * Whether the row's own value names neither a permission that the account lacks nor another person.
   */
  private function passesRowView(ContentEntityInterface $entity, AccountInterface $account): bool {
    $row_view = $this->models->get()->type($entity->getEntityTypeId())?->rowView;
    if ($row_view === NULL) {
      return TRUE;
    }
    if (isset($row_view['flag'])) {
      return $account->hasPermission($row_view['permission']) || !FlaggedRow::isFlagged($entity, $row_view['flag']);
    }
    if (isset($row_view['user_field'])) {
      // A change that is being refused has not been stored: what is stored decides.
      $stored = StoredRow::of($entity) ?? $entity;
      $person = $stored->get($row_view['user_field'])->target_id;
      return $person === NULL || (int) $person === (int) $account->id() || (isset($row_view['permission']) && $account->hasPermission($row_view['permission']));
    }
    $value = (string) $entity->get($row_view['permission_field'] ?? $row_view['field'])->value;
    if (isset($row_view['permission_field'])) {
      return $value === '' || $account->hasPermission($value);
    }
    // A value that nobody listed is shown to nobody.
    return isset($row_view['permissions'][$value]) && $account->hasPermission($row_view['permissions'][$value]);
  }

}
