<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Field\FieldItemList;
use Drupal\Core\TypedData\Plugin\DataType\Map;

/**
 * The first values of a new row.
 *
 * Core makes an item for every field without a value, only to ask it for
 * defaults that few kinds of items have. That is most of the cost of a new row,
 * and JSON:API makes two rows to read a document with one attribute.
 */
trait InitialValues {

  /**
   * Names of the fields that stay empty unless a value is given.
   *
   * @var array<string, bool>
   */
  private array $startsEmpty = [];

  /**
   * {@inheritdoc}
   */
  protected function initFieldValues(ContentEntityInterface $entity, array $values = [], array $field_names = []) {
    foreach ($entity->getFieldDefinitions() as $name => $definition) {
      if ($field_names === [] || isset($field_names[$name])) {
        if (isset($values[$name])) {
          $entity->set($name, $values[$name]);
        }
        elseif (!array_key_exists($name, $values) && !($this->startsEmpty[$name] ??= $this->startsEmpty($definition))) {
          $entity->get($name)->applyDefaultValue();
        }
      }
      unset($values[$name]);
    }
    foreach ($values as $name => $value) {
      $entity->$name = $value;
    }
    $this->invokeHook('field_values_init', $entity);
  }

  /**
   * Whether neither the field, its list nor its items have a default.
   */
  private function startsEmpty(FieldDefinitionInterface $definition): bool {
    return $definition->getFieldStorageDefinition()->isBaseField()
      && $definition->getDefaultValueLiteral() === []
      && $definition->getDefaultValueCallback() === NULL
      && (new \ReflectionMethod($definition->getClass(), 'applyDefaultValue'))->class === FieldItemList::class
      && (new \ReflectionMethod($definition->getItemDefinition()->getClass(), 'applyDefaultValue'))->class === Map::class;
  }

}
