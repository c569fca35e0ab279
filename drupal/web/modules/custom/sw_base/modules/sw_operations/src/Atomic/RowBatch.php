<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Storage\ModelStorage;
use Drupal\sw_operations\Exception\RowsFailureException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

/**
 * One operation that adds rows, on its way.
 */
final class RowBatch {

  /**
   * Where the id stands in a row.
   */
  public readonly ?int $idAt;

  public readonly bool $hasFieldTables;

  /**
   * Ids of what the rows refer to, by entity type and UUID.
   *
   * @var array<string, array<string, int|null>>
   */
  public array $targets = [];

  /**
   * Of the inserted rows, by place, what their keys are compared by.
   *
   * @var array<int, array<string, mixed>>
   */
  public array $inserted = [];

  /**
   * Rows whose values are wrong.
   *
   * @var list<array{string, \Symfony\Component\HttpKernel\Exception\HttpExceptionInterface}>
   */
  private array $failures = [];

  /**
   * By place, rows whose id or key is taken.
   *
   * @var array<int, list<array{string, \Symfony\Component\HttpKernel\Exception\HttpExceptionInterface}>>
   */
  private array $conflicts = [];

  /**
   * The columns of unique keys, and the UUID.
   *
   * @var array<string, int>
   */
  private readonly array $compared;

  /**
   * @param list<\Drupal\sw_operations\Atomic\RowField> $fields
   *   The fields.
   * @param array<string, mixed> $blank
   *   What a row has in its columns that gives no values.
   * @param array<int, array{string, (callable(mixed): (string|int|null))|null, bool}>|null $readers
   *   By place the column, what reads it, and whether it needs a value; NULL where no row is plain.
   */
  public function __construct(
    public readonly ResourceType $resourceType,
    public readonly ModelType $type,
    public readonly ModelStorage $storage,
    public readonly array $fields,
    private readonly array $blank,
    private readonly ?array $readers,
  ) {
    $at = array_search('id', $this->names(), TRUE);
    $this->idAt = $at === FALSE ? NULL : $at;
    $this->hasFieldTables = $storage->hasFieldTables();
    $this->compared = array_flip(['uuid', ...array_merge(...$type->unique ?: [[]])]);
  }

  /**
   * The id that a row brings, however it is written.
   */
  public function idOf(array $row): mixed {
    return $this->idAt === NULL ? NULL : $row[$this->idAt];
  }

  /**
   * The record of a row whose values are all plain; NULL for any other.
   *
   * @return array<string, mixed>|null
   *   Values by column.
   */
  public function record(array $row): ?array {
    if ($this->readers === NULL) {
      return NULL;
    }
    $record = $this->blank;
    foreach ($this->readers as $at => [$column, $read, $is_required]) {
      $value = $row[$at];
      if ($value !== NULL) {
        $target = $this->fields[$at]->target;
        $value = match (TRUE) {
          $target !== NULL => is_string($value) ? ($this->targets[$this->fields[$at]->targetType()][$value] ?? NULL) : NULL,
          $read !== NULL => $read($value),
          default => NULL,
        };
        if ($value === NULL) {
          return NULL;
        }
      }
      elseif ($is_required) {
        return NULL;
      }
      $record[$column] = $value;
    }
    return $record;
  }

  /**
   * The row as a resource object, or only one value of it.
   *
   * @return array<string, mixed>
   *   The resource object.
   */
  public function document(array $row, ?int $only = NULL): array {
    $document = ['type' => $this->resourceType->getTypeName()];
    foreach ($this->fields as $at => $field) {
      if ($at === $this->idAt || ($only !== NULL && $only !== $at)) {
        continue;
      }
      if ($field->target === NULL) {
        $document['attributes'][$field->name] = $row[$at];
      }
      else {
        $identifier = fn (string $uuid) => ['type' => $field->target, 'id' => $uuid];
        $document['relationships'][$field->name]['data'] = match (TRUE) {
          is_array($row[$at]) => array_map($identifier, $row[$at]),
          default => $row[$at] === NULL ? NULL : $identifier($row[$at]),
        };
      }
    }
    return $document;
  }

  /**
   * Inserts records, unless nothing will be written anyway.
   *
   * @param array<int, array<string, mixed>> $records
   *   By place, values by column.
   * @param array<string, \Drupal\Core\Entity\ContentEntityInterface> $entities
   *   By UUID, rows whose fields have tables of their own.
   */
  public function insert(array $records, array $entities): void {
    if ($this->failures === [] && $records !== []) {
      $this->storage->insertRecords(array_values($records), $entities);
      foreach ($records as $index => $record) {
        $this->inserted[$index] = array_intersect_key($record, $this->compared);
      }
    }
  }

  /**
   * A row whose values are wrong.
   */
  public function fail(int $index, HttpExceptionInterface $failure): void {
    foreach ($failure instanceof RowsFailureException ? $failure->failures : [['', $failure]] as [$place, $one]) {
      $this->failures[] = ["/rows/$index$place", $one];
    }
    if (count($this->failures) >= RowsFailureException::MOST) {
      $this->refuse();
    }
  }

  /**
   * A row whose id or key another one has.
   */
  public function conflict(int $index, HttpExceptionInterface $conflict): void {
    $place = $conflict->getStatusCode() === 409 ? "/rows/$index/$this->idAt" : "/rows/$index";
    $this->conflicts[$index][] = [$place, $conflict];
  }

  /**
   * Throws what is wrong: values first, and ids and keys where they are all right.
   */
  public function refuse(): void {
    ksort($this->conflicts);
    $failures = $this->failures ?: array_merge(...array_values($this->conflicts));
    if ($failures !== []) {
      throw new RowsFailureException($failures, $this->names());
    }
  }

  /**
   * @return list<string>
   *   The names of the fields.
   */
  private function names(): array {
    return array_map(fn (RowField $field) => $field->name, $this->fields);
  }

}
