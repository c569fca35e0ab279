<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Entity\Sql\DefaultTableMapping;
use Drupal\Core\Entity\Sql\SqlContentEntityStorage;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\StringTranslation\StringTranslationTrait;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;

/**
 * Which stored rows refer to a row: what its deletion would leave hanging.
 *
 * It reads tables directly. The journal remembers rows that are gone, so what
 * only the platform writes doesn't count.
 */
final class Referrers {

  use StringTranslationTrait;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly Connection $database,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly TypeAccess $typeAccess,
    private readonly ModelInSight $inSight,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * Counts the rows that refer to any of some rows.
   *
   * @param string $entity_type_id
   *   The type of the rows.
   * @param list<int> $ids
   *   Their ids.
   *
   * @return array<int, non-empty-list<array{type: string|null, count: int}>>
   *   By id, how many rows of which type; no type where the user may not view it. What nothing refers to is missing.
   */
  public function of(string $entity_type_id, array $ids): array {
    $model = $this->models->get();
    $counts = [];
    foreach ($this->references() as [$type, $definition]) {
      if ($definition->getSetting('target_type') !== $entity_type_id || $model->type($type)?->writable === FALSE) {
        continue;
      }
      $counted = $this->counted($type, $definition, $ids);
      $name = $counted !== [] && $this->isNamed($type) ? $type : '';
      foreach ($counted as $id => $count) {
        $counts[$id][$name] = ($counts[$id][$name] ?? 0) + $count;
      }
    }
    return array_map($this->sorted(...), $counts);
  }

  /**
   * Each reference that the database keeps from a type of the model, or of core with what the model adds, to another.
   *
   * @return iterable<array{string, \Drupal\Core\Field\FieldStorageDefinitionInterface}>
   *   The type that refers, and its field.
   */
  public function references(): iterable {
    $model = $this->models->get();
    foreach ([...array_keys($model->types), ...array_keys($model->coreTypes)] as $type) {
      foreach ($this->fieldManager->getFieldStorageDefinitions($type) as $definition) {
        $is_reference = in_array($definition->getType(), ['entity_reference', 'file'], TRUE);
        if ($is_reference && !$definition->hasCustomStorage() && $model->covers((string) $definition->getSetting('target_type'))) {
          yield [$type, $definition];
        }
      }
    }
  }

  /**
   * @param non-empty-list<array{type: string|null, count: int}> $references
   *   Counts as of() gives them.
   *
   * @return string
   *   The same as a list in the user's language: "Sites (3), Tasks (1)".
   */
  public function inWords(array $references): string {
    return implode(', ', array_map(fn (array $counted) => sprintf('%s (%d)', $counted['type'] === NULL ? $this->t('Other rows') : $this->entityTypeManager->getDefinition($counted['type'])->getCollectionLabel(), $counted['count']), $references));
  }

  /**
   * @param list<int> $ids
   *   Ids of targets.
   *
   * @return array<int, int>
   *   How many rows refer to each of them by one field.
   */
  private function counted(string $type, FieldStorageDefinitionInterface $definition, array $ids): array {
    $storage = $this->entityTypeManager->getStorage($type);
    assert($storage instanceof SqlContentEntityStorage);
    $mapping = $storage->getTableMapping();
    assert($mapping instanceof DefaultTableMapping);
    $column = $mapping->getFieldColumnName($definition, $definition->getMainPropertyName());
    $counts = [];
    foreach (array_chunk($ids, 500) as $part) {
      $query = $this->database->select($mapping->getFieldTableName($definition->getName()), 'host');
      $query->addField('host', $column, 'target');
      $query->addExpression('COUNT(*)', 'hosts');
      $counts += $query->condition("host.$column", $part, 'IN')->groupBy("host.$column")->execute()->fetchAllKeyed();
    }
    return array_map(intval(...), $counts);
  }

  /**
   * Whether the user may know of rows of that type.
   */
  private function isNamed(string $type): bool {
    return $this->inSight->hasType($type) && $this->typeAccess->check($type, 'view', $this->currentUser)->isAllowed();
  }

  /**
   * @param non-empty-array<string, int> $counts
   *   Counts by type, '' for those that are not named.
   *
   * @return non-empty-list<array{type: string|null, count: int}>
   *   The same in order, the unnamed last.
   */
  private function sorted(array $counts): array {
    $unnamed = $counts[''] ?? 0;
    unset($counts['']);
    ksort($counts);
    $sorted = array_map(fn (string $type, int $count) => ['type' => $type, 'count' => $count], array_keys($counts), $counts);
    return $unnamed > 0 ? [...$sorted, ['type' => NULL, 'count' => $unnamed]] : $sorted;
  }

}
