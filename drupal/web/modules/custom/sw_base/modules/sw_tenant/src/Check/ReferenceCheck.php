<?php

namespace Drupal\sw_tenant\Check;

use Drupal\Core\Database\Connection;
use Drupal\Core\Database\Query\SelectInterface;
use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Entity\Sql\DefaultTableMapping;
use Drupal\Core\Entity\Sql\SqlContentEntityStorage;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Storage\Referrers;

/**
 * Finds references that lead to another brand or to nothing.
 *
 * Neither can be written through the API; this is for what came in otherwise,
 * and for rows whose target was deleted. It reads tables directly, every brand.
 */
final class ReferenceCheck {

  private const SHOWN_PER_FIELD = 20;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly Connection $database,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly Referrers $referrers,
  ) {}

  /**
   * Looks at every reference of the model's types.
   */
  public function run(): ReferenceReport {
    $report = new ReferenceReport();
    foreach ($this->referrers->references() as [$entity_type_id, $definition]) {
      $this->checkField($entity_type_id, $definition->getName(), (string) $definition->getSetting('target_type'), $report);
    }
    return $report;
  }

  /**
   * Both questions about one field.
   */
  private function checkField(string $entity_type_id, string $name, string $target, ReferenceReport $report): void {
    $report->checked += (int) $this->query($entity_type_id, $name, $target)->countQuery()->execute()->fetchField();
    // The journal remembers rows that are gone: that is what it is for.
    if ($this->models->get()->type($entity_type_id)?->writable !== FALSE) {
      $this->collect($this->query($entity_type_id, $name, $target)->isNull('target.' . $this->key($target)), "$entity_type_id.$name", 'leads to nothing', $report);
    }
    $host_brand = $this->brandColumn($entity_type_id, 'host');
    $target_brand = $this->brandColumn($target, 'target');
    if ($host_brand !== NULL && $target_brand !== NULL) {
      $query = $this->query($entity_type_id, $name, $target)->isNotNull('target.' . $this->key($target))->where("COALESCE($host_brand, 0) <> COALESCE($target_brand, 0)");
      $this->collect($query, "$entity_type_id.$name", 'leads to another brand', $report);
    }
  }

  /**
   * The references of a field beside their targets, if there are any.
   */
  private function query(string $entity_type_id, string $name, string $target): SelectInterface {
    $storage = $this->entityTypeManager->getStorage($entity_type_id);
    assert($storage instanceof SqlContentEntityStorage);
    $mapping = $storage->getTableMapping();
    assert($mapping instanceof DefaultTableMapping);
    $definition = $this->fieldManager->getFieldStorageDefinitions($entity_type_id)[$name];
    $host_key = $this->key($entity_type_id);
    $query = $this->database->select($this->table($entity_type_id), 'host');
    $alias = 'host';
    if ($mapping->requiresDedicatedTableStorage($definition)) {
      $alias = 'item';
      $query->join($mapping->getDedicatedDataTableName($definition), 'item', "[item].[entity_id] = [host].[$host_key]");
    }
    $column = $mapping->getFieldColumnName($definition, 'target_id');
    $query->leftJoin($this->table($target), 'target', "[target].[{$this->key($target)}] = [$alias].[$column]");
    $query->addField('host', $host_key, 'host_id');
    $query->addField($alias, $column, 'target_id');
    // User 0 stands for nobody.
    return $query->isNotNull("$alias.$column")->condition("$alias.$column", 0, '<>');
  }

  /**
   * Adds what a query found.
   */
  private function collect(SelectInterface $query, string $field, string $problem, ReferenceReport $report): void {
    $count = (int) (clone $query)->countQuery()->execute()->fetchField();
    if ($count === 0) {
      return;
    }
    $report->wrong += $count;
    foreach ($query->range(0, self::SHOWN_PER_FIELD)->execute() as $row) {
      $report->lines[] = "$field of row $row->host_id $problem ($row->target_id)";
    }
    if ($count > self::SHOWN_PER_FIELD) {
      $report->lines[] = "$field: " . ($count - self::SHOWN_PER_FIELD) . " more, which $problem";
    }
  }

  /**
   * The brand of a row, or NULL where rows have none.
   */
  private function brandColumn(string $entity_type_id, string $alias): ?string {
    return $this->models->get()->isTenant($entity_type_id) ? "[$alias].[brand]" : NULL;
  }

  /**
   * The table that has the ids and the brands.
   */
  private function table(string $entity_type_id): string {
    $definition = $this->entityTypeManager->getDefinition($entity_type_id);
    return $definition->getDataTable() ?? $definition->getBaseTable();
  }

  /**
   * The name of the id column.
   */
  private function key(string $entity_type_id): string {
    return $this->entityTypeManager->getDefinition($entity_type_id)->getKey('id');
  }

}
