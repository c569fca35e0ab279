<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Database\Connection;
use Drupal\Core\Database\Query\SelectInterface;
use Drupal\sw_base\Model\ModelType;

/**
 * The question of UniqueRule about many rows that were just inserted, asked in sets.
 *
 * The database compares, as it does for one row: nobody else knows what it takes
 * for the same text.
 */
final class InsertedKeys {

  /**
   * Keys that one query is about.
   */
  private const AT_ONCE = 500;

  public function __construct(private readonly Connection $database) {}

  /**
   * @param int|null $brand_id
   *   The brand that the rows are of.
   * @param array<int, array<string, mixed>> $records
   *   By its place, what each inserted row has in its columns.
   * @param int $most
   *   Nobody is told of more than so many.
   *
   * @return array<int, list<list<string>>>
   *   By the place of the row, the keys that a row before it has.
   */
  public function taken(ModelType $type, ?int $brand_id, array $records, int $most): array {
    $taken = [];
    foreach (array_chunk($records, self::AT_ONCE, TRUE) as $chunk) {
      $places = array_flip(array_map(fn (array $record) => $record['uuid'], $chunk));
      foreach ($type->unique as $key) {
        foreach ($this->shared($type, $brand_id, $key, $chunk) as $values) {
          // The first of those that share a key has it.
          foreach (array_slice($this->holders($type, $brand_id, $key, $values), 1) as $uuid) {
            isset($places[$uuid]) && $taken[$places[$uuid]][] = $key;
          }
        }
      }
      if (count($taken) >= $most) {
        break;
      }
    }
    ksort($taken);
    return $taken;
  }

  /**
   * @param list<string> $key
   *   The fields of the key.
   *
   * @return list<array<string, mixed>>
   *   Values of the key that several rows have, among those that the records have and some beside.
   */
  private function shared(ModelType $type, ?int $brand_id, array $key, array $records): array {
    $query = $this->ofBrand($type, $brand_id);
    foreach ($key as $index => $name) {
      $values = array_unique(array_column($records, $name));
      $given = array_values(array_filter($values, fn (mixed $value) => $value !== NULL));
      $either = $query->orConditionGroup();
      count($given) < count($values) && $either->isNull("t.$name");
      if ($given !== []) {
        $arguments = array_combine(array_map(fn (int $at) => ":sw_{$index}_$at", array_keys($given)), $given);
        $either->where($this->column($type, $name) . ' IN (' . implode(', ', array_map(fn (string $one) => $this->value($type, $name, $one), array_keys($arguments))) . ')', $arguments);
      }
      $query->condition($either);
      $query->addExpression($this->column($type, $name), "k_$index");
      $query->groupBy("k_$index");
    }
    $query->having('COUNT(*) > 1');
    $shared = [];
    foreach ($query->execute() as $row) {
      $values = array_combine($key, array_values((array) $row));
      // Rows that have nothing of a key share nothing.
      array_filter($values, fn (mixed $value) => $value !== NULL) !== [] && $shared[] = $values;
    }
    return $shared;
  }

  /**
   * @return list<string>
   *   UUIDs of the rows with that key, the oldest first.
   */
  private function holders(ModelType $type, ?int $brand_id, array $key, array $values): array {
    $query = $this->ofBrand($type, $brand_id)->fields('t', ['uuid'])->orderBy('t.id');
    foreach ($key as $index => $name) {
      $values[$name] === NULL
        ? $query->isNull("t.$name")
        : $query->where($this->column($type, $name) . ' = ' . $this->value($type, $name, ":sw_$index"), [":sw_$index" => $values[$name]]);
    }
    return $query->execute()->fetchCol();
  }

  /**
   * The rows of a brand, or all of a type without brands, as "t".
   */
  private function ofBrand(ModelType $type, ?int $brand_id): SelectInterface {
    $query = $this->database->select($type->name, 't');
    if ($type->isTenant()) {
      $brand_id === NULL ? $query->isNull('t.brand') : $query->condition('t.brand', $brand_id);
    }
    return $query;
  }

  /**
   * The column as it is compared: without letter case, which PostgreSQL doesn't do by itself.
   */
  private function column(ModelType $type, string $name): string {
    return $this->isFolded($type, $name) ? "LOWER([t].[$name]::text)" : "[t].[$name]";
  }

  /**
   * A value that is compared with the column.
   */
  private function value(ModelType $type, string $name, string $placeholder): string {
    return $this->isFolded($type, $name) ? "LOWER($placeholder)" : $placeholder;
  }

  /**
   * Whether a query has to say itself that letter case doesn't matter.
   */
  private function isFolded(ModelType $type, string $name): bool {
    return $this->database->driver() === 'pgsql' && !$type->fields[$name]->isReference();
  }

}
