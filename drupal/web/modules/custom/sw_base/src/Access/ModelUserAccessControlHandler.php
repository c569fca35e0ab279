<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Access\AccessResultInterface;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\user\UserAccessControlHandler;

/**
 * Rights on users: colleagues see little, oneself and administrators more.
 */
final class ModelUserAccessControlHandler extends UserAccessControlHandler {

  private const COLLEAGUE_FIELDS = [
    'uid',
    'uuid',
    'brand',
    'created',
    'changed',
    'version',
    'full_name',
    'user_type',
    'status',
  ];

  private const ADMINISTERED_FIELDS = ['name', 'mail', 'status', 'preferred_langcode'];

  private const OWN_EDITABLE_FIELDS = ['pass', 'full_name', 'preferred_langcode'];

  /**
   * {@inheritdoc}
   */
  protected function checkAccess(EntityInterface $entity, $operation, AccountInterface $account) {
    if ($account->isAnonymous() || (int) $entity->id() === 0) {
      return AccessResult::forbidden()->addCacheContexts(['user.roles:anonymous']);
    }
    if ($operation === 'view' || $operation === 'view label') {
      return AccessResult::allowed()->addCacheContexts(['user.roles:anonymous']);
    }
    $self = AccessResult::allowedIf($operation === 'update' && $account->id() == $entity->id())->cachePerUser();
    return $self->orIf($this->administers($account));
  }

  /**
   * {@inheritdoc}
   */
  protected function checkCreateAccess(AccountInterface $account, array $context, $entity_bundle = NULL) {
    return $this->administers($account);
  }

  /**
   * {@inheritdoc}
   */
  protected function checkFieldAccess($operation, FieldDefinitionInterface $field_definition, AccountInterface $account, ?FieldItemListInterface $items = NULL) {
    $name = $field_definition->getName();
    if ($name === 'brand' && $operation === 'edit') {
      // Rows of the old brand would go on referring to the user, so it's chosen once.
      return AccessResult::allowedIf($items === NULL || $items->getEntity()->isNew())->andIf(AccessResult::allowedIfHasPermission($account, BusinessRolePolicy::PLATFORM_PERMISSION));
    }
    return $operation === 'edit' ? $this->editAccess($name, $account, $items) : $this->viewAccess($name, $account, $items);
  }

  /**
   * Values beyond the colleague's view: oneself or an administrator.
   */
  private function viewAccess(string $name, AccountInterface $account, ?FieldItemListInterface $items): AccessResultInterface {
    if (in_array($name, self::COLLEAGUE_FIELDS, TRUE)) {
      return AccessResult::allowed();
    }
    if ($name === 'permissions') {
      // The value follows roles, which belong to other rows than this one.
      return AccessResult::forbiddenIf(!$this->isSelf($account, $items))->cachePerUser()->cachePerPermissions()->orIf(AccessResult::allowed());
    }
    if (!in_array($name, $this->administeredFields(), TRUE)) {
      return AccessResult::forbidden();
    }
    // Filters ask without a row, so they follow the administrator's right alone.
    $allowed = AccessResult::allowedIf($this->isSelf($account, $items))->cachePerUser()->orIf($this->administers($account));
    return $allowed->isAllowed() ? $allowed : AccessResult::forbidden()->addCacheableDependency($allowed);
  }

  /**
   * Administrators edit what the contract lists; users some of their own.
   */
  private function editAccess(string $name, AccountInterface $account, ?FieldItemListInterface $items): AccessResultInterface {
    $result = AccessResult::allowedIf($name === 'pass' || in_array($name, $this->administeredFields(), TRUE))->andIf($this->administers($account));
    $own = in_array($name, self::OWN_EDITABLE_FIELDS, TRUE) && $this->isSelf($account, $items);
    $result = $result->orIf(AccessResult::allowedIf($own)->cachePerUser());
    return $result->isAllowed() ? $result : AccessResult::forbidden()->addCacheableDependency($result);
  }

  /**
   * @return list<string>
   *   Core's fields that the API shows, and every field that modules add.
   */
  private function administeredFields(): array {
    return [...self::ADMINISTERED_FIELDS, ...array_keys(\Drupal::service('sw_base.model')->get()->fieldsOf('user'))];
  }

  /**
   * Brand and platform administrators; the tenant scope says of which users.
   */
  private function administers(AccountInterface $account): AccessResultInterface {
    return AccessResult::allowedIfHasPermissions($account, ['administer brand', BusinessRolePolicy::PLATFORM_PERMISSION], 'OR');
  }

  /**
   * Whether the row is the account's own.
   */
  private function isSelf(AccountInterface $account, ?FieldItemListInterface $items): bool {
    return $items !== NULL && $items->getEntity()->id() == $account->id() && $account->isAuthenticated();
  }

}
