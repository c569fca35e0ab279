<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\ContentEntityBase;
use Drupal\Core\Entity\EntityChangedTrait;
use Drupal\Core\Entity\EntityTypeInterface;
use Drupal\Core\Field\BaseFieldDefinition;
use Drupal\sw_base\Model\FieldDefinitionFactory;
use Drupal\sw_base\Model\ModelLabel;

/**
 * The one class behind every entity type of the model.
 */
final class ModelEntity extends ContentEntityBase implements ModelEntityInterface {

  use EntityChangedTrait;

  /**
   * {@inheritdoc}
   */
  public static function baseFieldDefinitions(EntityTypeInterface $entity_type) {
    $fields = parent::baseFieldDefinitions($entity_type);
    $type = \Drupal::service('sw_base.model')->get()->type($entity_type->id());
    if ($type === NULL) {
      return $fields;
    }
    $fields['created'] = BaseFieldDefinition::create('created')
      ->setLabel(ModelLabel::fromArray(['fr' => 'Créé', 'en' => 'Created']));
    $fields['changed'] = BaseFieldDefinition::create('changed')
      ->setLabel(ModelLabel::fromArray(['fr' => 'Modifié', 'en' => 'Changed']));
    $fields += FieldDefinitionFactory::platformFields($type->isTenant());
    $weight = 0;
    foreach ($type->fields as $name => $field) {
      if ($field->module === $type->module) {
        $fields[$name] = FieldDefinitionFactory::create($field, $weight++);
      }
    }
    return $fields;
  }

  /**
   * {@inheritdoc}
   *
   * In words: what the journal and the API call a row is EntityLabels'.
   */
  public function label() {
    return \Drupal::service('sw_base.value_text')->label($this);
  }

}
