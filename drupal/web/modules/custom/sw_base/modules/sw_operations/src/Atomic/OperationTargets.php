<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;

/**
 * Which rows operations name, before any of them is looked at closely.
 */
final class OperationTargets {

  public function __construct(private readonly ResourceTypeRepositoryInterface $resourceTypes) {}

  /**
   * @param list<mixed> $operations
   *   Operations as they were sent.
   *
   * @return array<string, array<string, bool>>
   *   UUIDs by entity type, as keys; TRUE for rows to be written.
   */
  public function of(array $operations): array {
    $targets = [];
    foreach ($operations as $operation) {
      $data = $operation['data'] ?? NULL;
      if (($operation['op'] ?? NULL) !== 'add') {
        $this->collect($targets, $operation['ref'] ?? $data, TRUE);
      }
      foreach (is_array($data['relationships'] ?? NULL) ? $data['relationships'] : [] as $relationship) {
        $linkage = is_array($relationship) ? ($relationship['data'] ?? NULL) : NULL;
        foreach (is_array($linkage) && array_is_list($linkage) ? $linkage : [$linkage] as $identifier) {
          $this->collect($targets, $identifier, FALSE);
        }
      }
    }
    return $targets;
  }

  /**
   * Adds the row of an identifier, if it is one.
   *
   * @param array<string, array<string, bool>> $targets
   *   What was collected so far.
   */
  private function collect(array &$targets, mixed $identifier, bool $is_written): void {
    $type = is_array($identifier) ? ($identifier['type'] ?? NULL) : NULL;
    $id = is_array($identifier) ? ($identifier['id'] ?? NULL) : NULL;
    if (is_string($type) && is_string($id) && str_contains($type, '--') && preg_match('/^[0-9a-f-]{36}$/D', $id)) {
      $entity_type_id = $this->resourceTypes->getByTypeName($type)?->getEntityTypeId();
      if ($entity_type_id !== NULL) {
        $targets[$entity_type_id][$id] = $is_written || ($targets[$entity_type_id][$id] ?? FALSE);
      }
    }
  }

}
