<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Cache\Cache;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\Sql\DefaultTableMapping;
use Drupal\Core\Entity\Sql\SqlContentEntityStorage;

/**
 * Storage of the model's own types.
 */
final class ModelStorage extends SqlContentEntityStorage {

  use InitialValues;
  use SkipsUnchangedSaves;

  /**
   * {@inheritdoc}
   */
  public function loadByProperties(array $values = []) {
    $ids = array_keys($values) === ['uuid'] ? \Drupal::service('sw_base.batch_rows')->ids($this->entityTypeId, (array) $values['uuid']) : NULL;
    return $ids === NULL ? parent::loadByProperties($values) : $this->loadMultiple($ids);
  }

  /**
   * What saving a new row would put into the type's table.
   *
   * @return array<string, mixed>
   *   Values by column.
   */
  public function recordOf(ContentEntityInterface $entity): array {
    $this->doPreSave($entity);
    return (array) $this->mapToStorageRecord($entity);
  }

  /**
   * Inserts new rows with one statement, in a transaction of the caller.
   *
   * Nobody hears of each of them: it is for types without a journal. The caller says invalidateLists() when it is done.
   *
   * @param non-empty-list<array<string, mixed>> $records
   *   Values by column, the same columns in each.
   * @param array<string, \Drupal\Core\Entity\ContentEntityInterface> $entities
   *   By UUID, the rows among them whose fields have tables of their own.
   */
  public function insertRecords(array $records, array $entities = []): void {
    $insert = $this->database->insert($this->baseTable)->fields(array_keys($records[0]));
    foreach ($records as $record) {
      $insert->values($record);
    }
    $insert->execute();
    $ids = $entities === [] ? [] : $this->database->select($this->baseTable, 't')->fields('t', ['uuid', 'id'])
      ->condition('uuid', array_keys($entities), 'IN')->execute()->fetchAllKeyed();
    foreach ($ids as $uuid => $id) {
      $entities[$uuid]->set('id', $id);
      $this->saveToDedicatedTables($entities[$uuid], FALSE);
    }
  }

  /**
   * Whether a field of the type has a table of its own.
   */
  public function hasFieldTables(): bool {
    $mapping = $this->getTableMapping();
    assert($mapping instanceof DefaultTableMapping);
    return array_filter($this->fieldStorageDefinitions, $mapping->requiresDedicatedTableStorage(...)) !== [];
  }

  /**
   * Lists of the type, wherever they are kept, have other rows now.
   */
  public function invalidateLists(): void {
    Cache::invalidateTags([...$this->entityType->getListCacheTags(), '4xx-response']);
  }

}
