<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityTypeInterface;
use Drupal\Core\Entity\EntityTypeInterface;
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
      if (array_diff($fields, array_keys($this->fieldStorageDefinitions)) !== []) {
        // Fields that are added to an installed type come one by one; the index comes after the last of them.
        continue;
      }
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

  /**
   * {@inheritdoc}
   */
  public function onFieldableEntityTypeCreate(EntityTypeInterface $entity_type, array $field_storage_definitions) {
    parent::onFieldableEntityTypeCreate($entity_type, $field_storage_definitions);
    $this->createIdIndex($entity_type);
  }

  /**
   * {@inheritdoc}
   */
  public function onEntityTypeUpdate(EntityTypeInterface $entity_type, EntityTypeInterface $original) {
    parent::onEntityTypeUpdate($entity_type, $original);
    $this->createIdIndex($entity_type);
  }

  /**
   * Lets PostgreSQL find a row by its UUID without reading all rows.
   *
   * It tells letters of different case apart, and Drupal's queries don't.
   */
  private function createIdIndex(EntityTypeInterface $entity_type): void {
    if ($this->database->driver() === 'pgsql') {
      $table = $entity_type->getBaseTable();
      $this->database->query("CREATE INDEX IF NOT EXISTS [{$table}__uuid_lower] ON {{$table}} (LOWER([uuid]))");
    }
  }

}
