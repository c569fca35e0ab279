<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\file\FileAccessControlHandler;
use Drupal\file\FileInterface;

/**
 * Rights on files: through a row that uses them, or as their uploader.
 */
final class ModelFileAccessControlHandler extends FileAccessControlHandler {

  /**
   * {@inheritdoc}
   */
  protected function checkAccess(EntityInterface $entity, $operation, AccountInterface $account) {
    if ($account->isAnonymous()) {
      return AccessResult::forbidden()->addCacheContexts(['user.roles:anonymous']);
    }
    if (in_array($operation, ['view', 'view label', 'download'], TRUE) && $entity instanceof FileInterface && $entity->getOwnerId() == $account->id()) {
      return AccessResult::allowed()->cachePerUser();
    }
    return parent::checkAccess($entity, $operation === 'view label' ? 'view' : $operation, $account);
  }

  /**
   * {@inheritdoc}
   */
  protected function checkFieldAccess($operation, FieldDefinitionInterface $field_definition, AccountInterface $account, ?FieldItemListInterface $items = NULL) {
    if ($operation === 'edit' && in_array($field_definition->getName(), FieldAccess::SERVER_FIELDS, TRUE)) {
      return AccessResult::forbidden('The field is set by the server.');
    }
    return parent::checkFieldAccess($operation, $field_definition, $account, $items);
  }

}
