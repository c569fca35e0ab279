<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Database\Connection;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelType;

/**
 * References that are younger than rows of their type.
 */
final class FilledReferences {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly Connection $database,
  ) {}

  /**
   * Sets a field that was just added to what the model's path leads to from each row.
   */
  public function fill(string $entity_type_id, string $field): void {
    $type = $this->models->get()->type($entity_type_id);
    if ($type !== NULL && isset($type->fillFrom[$field])) {
      $target = $this->target($type, explode('.', $type->fillFrom[$field]), "{{$type->name}}");
      $this->database->query("UPDATE {{$type->name}} SET [$field] = $target");
    }
  }

  /**
   * What the steps lead to from a row of a table.
   *
   * @param list<string> $steps
   *   Names of references.
   */
  private function target(ModelType $type, array $steps, string $table): string {
    $step = array_shift($steps);
    if ($steps === []) {
      return "$table.[$step]";
    }
    $next = $this->models->get()->type($type->fields[$step]->target);
    $alias = '[step_' . count($steps) . ']';
    return "(SELECT {$this->target($next, $steps, $alias)} FROM {{$next->name}} $alias WHERE $alias.[id] = $table.[$step])";
  }

}
