<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\EntityTypeInterface;
use Drupal\Core\Field\BaseFieldDefinition;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\sw_base\Model\EntityModel;
use Drupal\sw_base\Model\FieldDefinitionFactory;
use Drupal\sw_base\Model\ModelLabel;

/**
 * The fields that modules add to types they don't declare: Drupal core's and each other's.
 *
 * Each keeps its module, so that Drupal creates and drops its column with it.
 */
final class ExtensionFields {

  /**
   * @return array<string, \Drupal\Core\Field\BaseFieldDefinition>
   *   Base fields by name.
   */
  public static function of(EntityTypeInterface $entity_type, EntityModel $model): array {
    $name = $entity_type->id();
    $fields = isset($model->coreTypes[$name]) ? FieldDefinitionFactory::platformFields(TRUE) : [];
    $weight = 50;
    foreach ($model->fieldsOf($name) as $field) {
      if ($field->module !== $model->type($name)?->module) {
        $fields[$field->name] = FieldDefinitionFactory::create($field, $weight++)->setProvider($field->module);
      }
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
