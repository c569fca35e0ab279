<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

/**
 * What many rows refer to, looked up in sets: rows that exist for the user, and no others.
 */
final class RowReferences {

  public function __construct(
    private readonly Connection $database,
    private readonly EntityTypeManagerInterface $entityTypeManager,
  ) {}

  /**
   * @param list<\Drupal\sw_operations\Atomic\RowField> $fields
   *   The fields.
   * @param array<int, list<mixed>> $rows
   *   The rows.
   * @param array<string, array<string, int|null>> $known
   *   Ids by entity type and UUID that were looked up before, NULL where there is no such row.
   *
   * @return array<string, array<string, int|null>>
   *   The same with those of the rows.
   */
  public function find(array $fields, array $rows, array $known): array {
    $wanted = [];
    foreach ($fields as $at => $field) {
      foreach ($field->target === NULL ? [] : $rows as $row) {
        foreach ((array) $row[$at] as $uuid) {
          $wanted[$field->targetType()][$uuid] = NULL;
        }
      }
    }
    foreach ($wanted as $entity_type_id => $uuids) {
      $new = array_diff_key($uuids, $known[$entity_type_id] ?? []);
      if ($new !== []) {
        $known[$entity_type_id] = $this->ids($entity_type_id, array_keys($new)) + $new + ($known[$entity_type_id] ?? []);
      }
    }
    return $known;
  }

  /**
   * @param list<\Drupal\sw_operations\Atomic\RowField> $fields
   *   The fields.
   * @param list<mixed> $row
   *   A row.
   *
   * @return array<int, \Symfony\Component\HttpKernel\Exception\NotFoundHttpException>
   *   By place, what the row refers to that doesn't exist.
   */
  public function missing(array $fields, array $row, array $known): array {
    $missing = [];
    foreach ($fields as $at => $field) {
      foreach ($field->target === NULL ? [] : (array) $row[$at] as $uuid) {
        if (!isset($known[$field->targetType()][$uuid]) && $uuid !== 'virtual') {
          $missing[$at] ??= new NotFoundHttpException(sprintf('The resource identified by `%s:%s` (given as a relationship item) could not be found.', $field->target, mb_substr($uuid, 0, 100)));
        }
      }
    }
    return $missing;
  }

  /**
   * @return array<string, int>
   *   Ids of the rows that exist for the user.
   */
  private function ids(string $entity_type_id, array $uuids): array {
    $definition = $this->entityTypeManager->getDefinition($entity_type_id);
    // The tag is what scopes a query.
    return array_map(intval(...), $this->database->select($definition->getBaseTable(), 'b')
      ->fields('b', [$definition->getKey('uuid'), $definition->getKey('id')])
      ->condition("b.{$definition->getKey('uuid')}", array_map(strval(...), $uuids), 'IN')
      ->addMetaData('entity_type', $entity_type_id)
      ->addTag('entity_query')->addTag($entity_type_id . '_access')
      ->execute()->fetchAllKeyed());
  }

}
