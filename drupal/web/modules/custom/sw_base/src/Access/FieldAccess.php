<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Access\AccessResultInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\ModelField;

/**
 * The field rights that the model states.
 */
final class FieldAccess {

  /**
   * Fields that only the server sets.
   */
  public const SERVER_FIELDS = ['id', 'uuid', 'brand', 'created', 'changed', 'version'];

  /**
   * May the account view or edit the field's value?
   */
  public static function check(ModelField $field, string $operation, AccountInterface $account, ?FieldItemListInterface $items): AccessResultInterface {
    $needed = array_filter([$field->viewPermission, $operation === 'edit' ? $field->editPermission : NULL]);
    $result = $needed === [] ? AccessResult::allowed() : AccessResult::forbiddenIf(!self::hasAll($account, $needed), "The '" . implode("' and '", $needed) . "' permission is required.")->cachePerPermissions();
    if (!$result->isForbidden()) {
      $result = AccessResult::allowed()->addCacheableDependency($result);
    }
    if ($operation === 'edit' && $field->immutable && $items && !$items->getEntity()->isNew()) {
      return AccessResult::forbidden('The field can only be set on creation.')->addCacheableDependency($result);
    }
    return $result;
  }

  /**
   * @param array<string> $permissions
   *   Permissions that are all needed.
   */
  private static function hasAll(AccountInterface $account, array $permissions): bool {
    foreach ($permissions as $permission) {
      if (!$account->hasPermission($permission)) {
        return FALSE;
      }
    }
    return TRUE;
  }

}
