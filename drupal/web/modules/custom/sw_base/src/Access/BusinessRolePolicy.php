<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccessPolicyBase;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\Session\CalculatedPermissionsItem;
use Drupal\Core\Session\RefinableCalculatedPermissionsInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\user\RoleInterface;

/**
 * Business roles → permissions, per brand as data.
 *
 * The brand's own row of a role replaces the platform default; the union over
 * the roles loses what any of the rows denies. The result goes into Drupal's
 * default scope, because only that one reaches hasPermission() and its cache
 * context.
 */
final class BusinessRolePolicy extends AccessPolicyBase {

  public const PLATFORM_PERMISSION = 'administer platform';

  /**
   * Reads links to new passwords: of a service's own user alone, never a person's.
   */
  public const ACCOUNT_MAILS = 'send account mails';

  /**
   * What no user of a brand holds, whatever its rows say.
   */
  private const PLATFORM_PERMISSIONS = [self::PLATFORM_PERMISSION, 'follow outbox', self::ACCOUNT_MAILS];

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityModelRepository $models,
    private readonly ActorRepository $actors,
    private readonly BrandRoles $brandRoles,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function calculatePermissions(AccountInterface $account, string $scope): RefinableCalculatedPermissionsInterface {
    $permissions = parent::calculatePermissions($account, $scope);
    $permissions->addCacheContexts(['user.sw_actor'])->addCacheTags([
      'config:user_role_list',
      'sw_role_list',
      'sw_base_model',
    ]);
    $actor = $this->actors->get((int) $account->id());
    if (!$actor->isAnonymous()) {
      // Drupal asks for this one item of its own scope only.
      $permissions->addItem(new CalculatedPermissionsItem($this->effective($actor, $permissions), FALSE, $scope, $scope));
    }
    return $permissions;
  }

  /**
   * {@inheritdoc}
   */
  public function getPersistentCacheContexts(): array {
    return ['user.sw_actor'];
  }

  /**
   * @return list<string>
   *   The effective permissions of an actor, sorted.
   */
  private function effective(Actor $actor, RefinableCalculatedPermissionsInterface $cacheability): array {
    $model = $this->models->get();
    $rows = $actor->brandId === NULL ? [] : $this->brandRoles->get($actor->brandId);
    $granted = [];
    $denied = [];
    foreach ($actor->roles as $role) {
      $granted = array_merge($granted, $rows[$role]['granted'] ?? $this->platformDefault($role, $cacheability));
      $denied = array_merge($denied, $rows[$role]['denied'] ?? []);
    }
    // Brand data may hand out the model's permissions only, never one of Drupal's.
    $permissions = array_intersect(array_keys($model->permissions), array_diff($granted, $denied));
    if ($actor->brandId !== NULL) {
      // Otherwise a brand's administrator could lift a user of the brand above every brand.
      $permissions = array_diff($permissions, self::PLATFORM_PERMISSIONS);
    }
    if ($actor->userType !== 'service') {
      $permissions = array_diff($permissions, [self::ACCOUNT_MAILS]);
    }
    // What a module declares, rights included, doesn't exist where it isn't open.
    $permissions = array_filter($permissions, fn (string $name) => $actor->hasModule($model->permissions[$name]['module']));
    $permissions = array_diff($this->withIncluded($permissions), $denied);
    sort($permissions);
    return $permissions;
  }

  /**
   * @param array<string> $permissions
   *   Names.
   *
   * @return list<string>
   *   The same with all that they include.
   */
  private function withIncluded(array $permissions): array {
    $model = $this->models->get();
    $all = array_values($permissions);
    // It grows while it is walked.
    for ($i = 0; $i < count($all); $i++) {
      array_push($all, ...array_diff($model->permissions[$all[$i]]['includes'], $all));
    }
    return $all;
  }

  /**
   * @return list<string>
   *   What the role may do where a brand says nothing.
   */
  private function platformDefault(string $role, RefinableCalculatedPermissionsInterface $cacheability): array {
    $config = $this->entityTypeManager->getStorage('user_role')->load("sw_$role");
    if ($config instanceof RoleInterface) {
      $cacheability->addCacheableDependency(CacheableMetadata::createFromObject($config));
      return $config->getPermissions();
    }
    return $this->models->get()->roles[$role]['permissions'] ?? [];
  }

}
