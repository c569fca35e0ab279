<?php

namespace Drupal\sw_tenant\Entity;

use Drupal\Core\Entity\EntityTypeInterface;
use Drupal\sw_base\Model\EntityModel;

/**
 * Gives references of covered types a list that knows foreign targets don't exist.
 */
final class TenantReferences {

  /**
   * @param array<string, \Drupal\Core\Field\BaseFieldDefinition> $fields
   *   The base fields, altered in place.
   */
  public static function apply(array &$fields, EntityTypeInterface $entity_type, EntityModel $model): void {
    if (!$model->covers($entity_type->id())) {
      return;
    }
    foreach ($fields as $field) {
      if ($field->getType() === 'entity_reference' && $model->covers((string) $field->getSetting('target_type'))) {
        $field->setClass(TenantReferenceList::class);
      }
    }
  }

}
