<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityTypeInterface;
use Drupal\Core\Entity\Sql\SqlContentEntityStorageSchema;

/**
 * Adds the indexes of the model, every one starting with the brand.
 */
final class ModelStorageSchema extends SqlContentEntityStorageSchema {

  /**
   * {@inheritdoc}
   */
  protected function getEntitySchema(ContentEntityTypeInterface $entity_type, $reset = FALSE) {
    $schema = parent::getEntitySchema($entity_type, $reset);
    $type = \Drupal::service('sw_base.model')->get()->type($entity_type->id());
    if ($type === NULL) {
      return $schema;
    }
    $table = $entity_type->getBaseTable();
    foreach (array_merge($type->indexes, $type->unique) as $fields) {
      $columns = $type->isTenant() ? ['brand'] : [];
      foreach ($fields as $name) {
        if (!$type->fields[$name]->multiple) {
          $columns[] = $this->storage->getTableMapping()->getFieldColumnName($this->fieldStorageDefinitions[$name], $type->fields[$name]->isReference() ? 'target_id' : 'value');
        }
      }
      $schema[$table]['indexes'][$type->name . '__' . implode('__', $fields)] = $columns;
    }
    return $schema;
  }

}
