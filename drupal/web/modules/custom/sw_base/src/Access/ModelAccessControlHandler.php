<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Entity\EntityAccessControlHandler;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Session\AccountInterface;

/**
 * Rights on the model's own types, read from the model.
 */
final class ModelAccessControlHandler extends EntityAccessControlHandler {

  private const OPERATIONS = ['view' => 'view', 'view label' => 'view', 'update' => 'edit', 'delete' => 'delete'];

  /**
   * {@inheritdoc}
   */
  protected function checkAccess(EntityInterface $entity, $operation, AccountInterface $account) {
    $types = \Drupal::service('sw_base.type_access');
    if (!isset(self::OPERATIONS[$operation])) {
      return AccessResult::forbidden();
    }
    $result = $types->check($this->entityTypeId, self::OPERATIONS[$operation], $account);
    // Somebody who may not see a row may not change it either, whatever the permissions say.
    return $operation === 'update' || $operation === 'delete' ? $result->andIf($types->check($this->entityTypeId, 'view', $account)) : $result;
  }

  /**
   * {@inheritdoc}
   */
  protected function checkCreateAccess(AccountInterface $account, array $context, $entity_bundle = NULL) {
    return \Drupal::service('sw_base.type_access')->check($this->entityTypeId, 'create', $account);
  }

  /**
   * {@inheritdoc}
   */
  protected function checkFieldAccess($operation, FieldDefinitionInterface $field_definition, AccountInterface $account, ?FieldItemListInterface $items = NULL) {
    $name = $field_definition->getName();
    if (in_array($name, FieldAccess::SERVER_FIELDS, TRUE)) {
      return $operation === 'view' ? AccessResult::allowed() : AccessResult::forbidden('The field is set by the server.');
    }
    $field = \Drupal::service('sw_base.model')->get()->fieldsOf($this->entityTypeId)[$name] ?? NULL;
    return $field ? FieldAccess::check($field, $operation, $account, $items) : parent::checkFieldAccess($operation, $field_definition, $account, $items);
  }

}
