<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Access\AccessResultInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelType;

/**
 * May an account view, create, edit or delete rows of a type at all?
 */
final class TypeAccess {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly ActorRepository $actors,
  ) {}

  /**
   * @param string $operation
   *   One of ModelType::OPERATIONS.
   */
  public function check(string $entity_type_id, string $operation, AccountInterface $account): AccessResultInterface {
    if ($account->isAnonymous()) {
      return AccessResult::forbidden()->addCacheContexts(['user.roles:anonymous']);
    }
    $type = $this->models->get()->type($entity_type_id);
    if ($type === NULL) {
      return AccessResult::allowedIf($operation === 'view' && $this->models->get()->covers($entity_type_id))->addCacheContexts(['user.roles:anonymous']);
    }
    if (!$this->actors->get((int) $account->id())->hasModule($type->module)) {
      return AccessResult::forbidden()->addCacheContexts(['user.sw_actor']);
    }
    if ($operation !== 'view' && !$type->writable) {
      return AccessResult::forbidden('Only the platform writes these rows.');
    }
    $permission = $type->access[$operation];
    if ($permission === 'authenticated') {
      return AccessResult::allowed()->addCacheContexts(['user.roles:anonymous']);
    }
    $result = AccessResult::allowedIfHasPermission($account, $permission);
    return $result->isAllowed() ? $result : $result->orIf($this->platformReads($type, $operation, $account));
  }

  /**
   * Platform staff, who belong to no brand, read what the platform itself writes.
   */
  private function platformReads(ModelType $type, string $operation, AccountInterface $account): AccessResultInterface {
    $reads = $operation === 'view' && !$type->writable
      && $this->actors->get((int) $account->id())->brandId === NULL
      && $account->hasPermission(BusinessRolePolicy::PLATFORM_PERMISSION);
    return AccessResult::allowedIf($reads)->addCacheContexts(['user.sw_actor']);
  }

}
