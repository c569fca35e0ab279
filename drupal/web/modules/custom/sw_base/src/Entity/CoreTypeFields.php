<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\EntityTypeInterface;
use Drupal\Core\Field\BaseFieldDefinition;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\sw_base\Model\EntityModel;
use Drupal\sw_base\Model\FieldDefinitionFactory;
use Drupal\sw_base\Model\ModelLabel;

/**
 * The fields that the model adds to entity types of Drupal core.
 */
final class CoreTypeFields {

  /**
   * @return array<string, \Drupal\Core\Field\BaseFieldDefinition>
   *   Base fields by name.
   */
  public static function of(EntityTypeInterface $entity_type, EntityModel $model): array {
    $name = $entity_type->id();
    if (!isset($model->coreTypes[$name])) {
      return [];
    }
    $fields = FieldDefinitionFactory::platformFields(TRUE);
    $weight = 20;
    foreach ($model->coreTypes[$name] as $field) {
      $fields[$field->name] = FieldDefinitionFactory::create($field, $weight++);
    }
    if ($name === 'user') {
      $fields['permissions'] = BaseFieldDefinition::create('string')
        ->setLabel(ModelLabel::fromArray(['fr' => 'Permissions effectives', 'en' => 'Effective permissions']))
        ->setComputed(TRUE)
        ->setClass(EffectivePermissions::class)
        ->setCardinality(FieldStorageDefinitionInterface::CARDINALITY_UNLIMITED);
    }
    return $fields;
  }

}
