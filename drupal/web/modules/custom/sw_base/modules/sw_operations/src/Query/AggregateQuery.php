<?php

namespace Drupal\sw_operations\Query;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\jsonapi\Context\FieldResolver;
use Drupal\jsonapi\Query\Filter;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Model\DecimalText;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

/**
 * Counts and sums of a collection, with the collection's filters, scope and rights.
 */
final class AggregateQuery {

  private const MAX_GROUPS = 10000;

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly FieldResolver $fieldResolver,
    private readonly PathRights $rights,
    private readonly ModelInSight $inSight,
  ) {}

  /**
   * @param array<string, mixed>|null $filter
   *   The filter parameter.
   * @param list<string> $group_by
   *   Paths to group by.
   * @param list<string> $sum_of
   *   Own fields to sum.
   *
   * @return list<array{keys: array<string, mixed>, count: int, sums: array<string, string>}>
   *   The groups, sorted by their keys.
   */
  public function groups(ResourceType $resource_type, ?array $filter, array $group_by, array $sum_of): array {
    $entity_type_id = $resource_type->getEntityTypeId();
    $id_key = $this->entityTypeManager->getDefinition($entity_type_id)->getKey('id');
    $query = $this->entityTypeManager->getStorage($entity_type_id)->getAggregateQuery()->accessCheck(TRUE);
    if ($filter) {
      $condition = Filter::createFromQueryParameter($filter, $resource_type, $this->fieldResolver);
      $query->condition($condition->queryCondition($query));
      QueryGuard::guard($condition, $query, new CacheableMetadata());
    }
    $columns = [];
    foreach ($group_by as $path) {
      $internal = $this->internalPath($resource_type, $path);
      // Two names of one column are one column of the result.
      if (!in_array($internal, $columns, TRUE)) {
        $query->groupBy($internal);
      }
      $columns[$path] = $internal;
    }
    $positions = array_flip(array_values(array_unique($columns)));
    $sums = [];
    foreach ($sum_of as $position => $field) {
      $sums[$field] = "sw_sum_$position";
      $query->aggregate($this->summable($resource_type, $field), 'SUM', NULL, $sums[$field]);
    }
    $count_alias = 'sw_count';
    $query->aggregate($id_key, 'COUNT', NULL, $count_alias);
    if ($group_by !== []) {
      $query->range(0, self::MAX_GROUPS);
    }
    $groups = [];
    foreach ($this->execute($query) as $row) {
      // The columns' names are the database's, their order is ours.
      $values = array_values($row);
      $keys = [];
      foreach ($columns as $path => $column) {
        $keys[$path] = $this->wireValue($entity_type_id, $path, $values[$positions[$column]]);
      }
      $groups[] = [
        'keys' => $keys,
        'count' => (int) $row[$count_alias],
        'sums' => $this->sums($resource_type, $sums, $row),
      ];
    }
    $numbers = array_map(fn (string $path) => $this->lastField($entity_type_id, $path, FALSE)?->getType() === 'sw_decimal', array_keys($columns));
    usort($groups, fn (array $a, array $b) => self::compare(array_values($a['keys']), array_values($b['keys']), $numbers));
    return $groups;
  }

  /**
   * Key by key; no value comes first, and digits in text are text.
   *
   * @param list<string|int|bool|null> $a
   *   Keys of a group.
   * @param list<string|int|bool|null> $b
   *   Keys of another one.
   * @param list<bool> $numbers
   *   Which of the keys are decimals.
   */
  private static function compare(array $a, array $b, array $numbers): int {
    foreach ($a as $index => $value) {
      $order = !$numbers[$index] && is_string($value) && is_string($b[$index]) ? strcmp($value, $b[$index]) : $value <=> $b[$index];
      if ($order !== 0) {
        return $order;
      }
    }
    return 0;
  }

  /**
   * The entity query path; a reference stands for the UUID of its target.
   */
  private function internalPath(ResourceType $resource_type, string $path): string {
    $this->rights->require($resource_type, $path);
    // Where the path leads nowhere it is told so as it was asked; a reference may stand alone.
    $this->fieldResolver->resolveInternalEntityQueryPath($resource_type, $path, 'IS NULL');
    $asked = $path;
    if ($this->lastField($resource_type->getEntityTypeId(), $path, TRUE)?->getSetting('target_type')) {
      $path .= '.id';
    }
    $internal = preg_replace('/\.value$/', '', $this->fieldResolver->resolveInternalEntityQueryPath($resource_type, $path), 1, $elided);
    $this->rights->requireSingle($resource_type, $asked);
    // Of several properties each is a column of its own.
    return $elided && str_ends_with($asked, '.value') ? "$internal.value" : $internal;
  }

  /**
   * The field that a path of public names ends at.
   *
   * @param bool $exactly
   *   Whether a property after the field makes it another thing.
   */
  private function lastField(string $entity_type_id, string $path, bool $exactly): ?FieldStorageDefinitionInterface {
    $definition = NULL;
    foreach (explode('.', $path) as $step) {
      $fields = $this->fieldManager->getFieldStorageDefinitions($entity_type_id);
      if (!isset($fields[$step]) || !$this->inSight->hasField($entity_type_id, $step)) {
        return $exactly ? NULL : $definition;
      }
      $definition = $fields[$step];
      $entity_type_id = $definition->getSetting('target_type') ?? $entity_type_id;
    }
    return $definition;
  }

  /**
   * A key as the resource object would show it.
   */
  private function wireValue(string $entity_type_id, string $path, mixed $value): mixed {
    if (preg_match('/(^|\.)id$/', $path)) {
      return $value === NULL ? NULL : (string) $value;
    }
    if (preg_match('/(^|\.)drupal_internal__(id|uid|fid|target_id)$/', $path)) {
      return $value === NULL ? NULL : (int) $value;
    }
    $definition = $this->lastField($entity_type_id, $path, FALSE);
    return $value === NULL ? NULL : match ($definition?->getType()) {
      'boolean' => (bool) $value,
      'integer' => (int) $value,
      'sw_decimal' => DecimalText::fixed($value, (int) $definition->getSetting('scale')),
      'timestamp', 'created', 'changed' => gmdate('Y-m-d\TH:i:s+00:00', (int) $value),
      default => (string) $value,
    };
  }

  /**
   * The internal name of a numeric field of the type.
   */
  private function summable(ResourceType $resource_type, string $field): string {
    $internal = $this->fieldResolver->resolveInternalEntityQueryPath($resource_type, $field);
    $this->rights->requireSingle($resource_type, $field);
    $definition = $this->fieldManager->getFieldStorageDefinitions($resource_type->getEntityTypeId())[$internal] ?? NULL;
    if ($definition === NULL || !in_array($definition->getType(), ['sw_decimal', 'decimal', 'integer', 'float'], TRUE)) {
      throw new BadRequestHttpException("The field `$field` has no sum.");
    }
    return $internal;
  }

  /**
   * @param array<string, string> $aliases
   *   Result columns by field.
   * @param array<string, mixed> $row
   *   The result row.
   *
   * @return array<string, string>
   *   The sums with each field's scale.
   */
  private function sums(ResourceType $resource_type, array $aliases, array $row): array {
    $sums = [];
    foreach ($aliases as $field => $alias) {
      $definition = $this->fieldManager->getFieldStorageDefinitions($resource_type->getEntityTypeId())[$resource_type->getInternalName($field)];
      $value = $row[$alias] ?? 0;
      $sums[$field] = (string) DecimalText::fixed(is_string($value) && stripos($value, 'e') === FALSE ? $value : (float) $value, (int) ($definition->getSetting('scale') ?? 0));
    }
    return $sums;
  }

  /**
   * @return list<array<string, mixed>>
   *   The result rows.
   */
  private function execute($query): array {
    try {
      return $query->execute();
    }
    catch (HttpExceptionInterface $exception) {
      throw $exception;
    }
    catch (\Throwable) {
      throw new BadRequestHttpException('The filter, groupBy or sumOf parameter cannot be applied.');
    }
  }

}
