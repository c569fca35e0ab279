<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Component\Uuid\UuidInterface;
use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Entity\Sql\DefaultTableMapping;
use Drupal\jsonapi\Controller\EntityResource;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Journal\JournalWriter;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Rule\InsertedKeys;
use Drupal\sw_base\Rule\RuleChecker;
use Drupal\sw_base\Rule\UniqueRule;
use Drupal\sw_base\Storage\DuplicateKeyException;
use Drupal\sw_base\Storage\ModelStorage;
use Drupal\sw_operations\Controller\ModelEntityResource;
use Drupal\sw_operations\EventSubscriber\ExceptionSubscriber;
use Drupal\sw_operations\Exception\RowsFailureException;
use Symfony\Component\HttpKernel\Exception\ConflictHttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

/**
 * Many new rows of one type without journal, checked and inserted in sets.
 *
 * A row of plain values becomes a record; any other is read and validated by the
 * code that a single one would run.
 */
final class AddedRows {

  private const AT_ONCE = 500;

  public function __construct(
    private readonly EntityResource $controller,
    private readonly EntityModelRepository $models,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly ActorRepository $actors,
    private readonly RuleChecker $rules,
    private readonly InsertedKeys $keys,
    private readonly JournalWriter $journal,
    private readonly RowShape $shape,
    private readonly RowReferences $references,
    private readonly PlainValues $values,
    private readonly ProgressFile $progress,
    private readonly ExceptionSubscriber $exceptions,
    private readonly Connection $database,
    private readonly UuidInterface $uuid,
  ) {}

  /**
   * @param \Drupal\jsonapi\ResourceType\ResourceType $resource_type
   *   The type, of which the user may create rows.
   * @param array<string, mixed> $operation
   *   The operation.
   *
   * @return int
   *   How many rows it added.
   */
  public function add(ResourceType $resource_type, array $operation): int {
    $type = $this->models->get()->type($resource_type->getEntityTypeId());
    $storage = $this->entityTypeManager->getStorage($resource_type->getEntityTypeId());
    if ($type === NULL || $type->journal || !$storage instanceof ModelStorage) {
      throw RowsFailureException::at('/type', new UnprocessableEntityHttpException('Rows of a type with a journal are added one by one.'), 'has_journal');
    }
    $fields = $this->shape->fields($resource_type, $operation['fields'] ?? NULL);
    $rows = $this->shape->rows($fields, $operation['rows'] ?? NULL);
    $blank = $storage->create();
    assert($blank instanceof ContentEntityInterface);
    $this->journal->lock($blank);
    $batch = new RowBatch($resource_type, $type, $storage, $fields, $storage->recordOf($blank), $this->readers($type, $storage, $fields));
    if (array_filter($fields, fn (RowField $field) => $field->target === $resource_type->getTypeName()) !== []) {
      // Rows of one operation don't refer to each other: nothing of it is there before all of it is.
      $batch->targets[$type->name] = array_fill_keys(array_filter(array_map($batch->idOf(...), $rows), is_string(...)), NULL);
    }
    foreach (array_chunk($rows, self::AT_ONCE, TRUE) as $chunk) {
      $this->addChunk($batch, $chunk);
      $this->progress->advance(count($chunk));
    }
    $batch->refuse();
    $this->claimKeys($batch, $blank);
    $storage->invalidateLists();
    return count($rows);
  }

  /**
   * Checks some rows, and inserts them as long as nothing is wrong with any.
   *
   * @param array<int, list<mixed>> $chunk
   *   The rows by their place.
   */
  private function addChunk(RowBatch $batch, array $chunk): void {
    $batch->targets = $this->references->find($batch->fields, $chunk, $batch->targets);
    $used = $this->usedIds($batch, $chunk);
    $records = $entities = [];
    foreach ($chunk as $index => $row) {
      $uuid = $batch->idOf($row);
      $entity = NULL;
      try {
        $refused = $this->refused($batch, $row, $uuid);
        $refused === [] || throw new RowsFailureException($refused);
        $record = $batch->record($row) ?? $batch->storage->recordOf($entity = $this->draft($batch, $row));
      }
      catch (\Throwable $throwable) {
        $batch->fail($index, $throwable instanceof HttpExceptionInterface ? $throwable : $this->exceptions->presentable($throwable));
        continue;
      }
      if ($uuid !== NULL && isset($used[$uuid])) {
        $batch->conflict($index, new ConflictHttpException('Conflict: Entity already exists.'));
        continue;
      }
      $record['uuid'] = $uuid ?? $this->uuid->generate();
      $used[$record['uuid']] = TRUE;
      $records[$index] = $record;
      if ($entity !== NULL && $batch->hasFieldTables) {
        $entities[$record['uuid']] = $entity;
      }
    }
    $batch->insert($records, $entities);
  }

  /**
   * @param list<\Drupal\sw_operations\Atomic\RowField> $fields
   *   The fields.
   *
   * @return array<int, array{string, (callable(mixed): (string|int|null))|null, bool}>|null
   *   By place the column of a field, what reads its plain values, and whether it must have one; NULL where no row is
   *   plain.
   */
  private function readers(ModelType $type, ModelStorage $storage, array $fields): ?array {
    if (!$this->rules->spareNewRows($type) || $this->actors->current()->isRestrictedToAccounts() || $storage->hasFieldTables()) {
      return NULL;
    }
    $mapping = $storage->getTableMapping();
    assert($mapping instanceof DefaultTableMapping);
    $named = array_map(fn (RowField $field) => $field->internalName, $fields);
    foreach ($type->fields as $name => $field) {
      if ($field->required && $field->default === NULL && !in_array($name, $named, TRUE)) {
        return NULL;
      }
    }
    $readers = [];
    foreach ($fields as $at => $field) {
      if ($field->internalName === 'uuid') {
        continue;
      }
      $known = $type->fields[$field->internalName] ?? NULL;
      if ($known === NULL || $known->type === 'file') {
        return NULL;
      }
      $columns = array_values($mapping->getColumnNames($field->internalName));
      $read = count($columns) > 1 || $field->target !== NULL ? NULL : $this->values->reader($known);
      $readers[$at] = [$columns[0], $read, $known->required];
    }
    return $readers;
  }

  /**
   * What can't be read of a row: its id, and what it refers to.
   *
   * @return list<array{string, \Symfony\Component\HttpKernel\Exception\HttpExceptionInterface}>
   *   Places within the row, and what is wrong there.
   */
  private function refused(RowBatch $batch, array $row, mixed $uuid): array {
    $refused = [];
    if ($uuid !== NULL && (!is_string($uuid) || !preg_match('/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/D', $uuid))) {
      $exception = new UnprocessableEntityHttpException('IDs should be properly generated and formatted UUIDs as described in RFC 4122.');
      $refused[] = ["/$batch->idAt", $exception];
    }
    foreach ($this->references->missing($batch->fields, $row, $batch->targets) as $at => $missing) {
      $refused[] = ["/$at", $missing];
    }
    return $refused;
  }

  /**
   * The row as a single request would make it, up to its save.
   */
  private function draft(RowBatch $batch, array $row): ContentEntityInterface {
    assert($this->controller instanceof ModelEntityResource);
    try {
      return $this->controller->draft($batch->resourceType, ResourceRequest::of('POST', $batch->document($row)));
    }
    catch (UnprocessableEntityHttpException $exception) {
      // What can't be read at all names no field: the value that by itself is refused so is it.
      foreach ($batch->fields as $at => $field) {
        try {
          $field->target === NULL && $this->controller->read($batch->resourceType, ResourceRequest::of('POST', $batch->document($row, $at)));
        }
        catch (UnprocessableEntityHttpException) {
          throw RowsFailureException::at("/$at", $exception);
        }
      }
      throw $exception;
    }
  }

  /**
   * @param array<int, list<mixed>> $chunk
   *   Some rows.
   *
   * @return array<string, true>
   *   Their ids that rows have already, of whatever brand.
   */
  private function usedIds(RowBatch $batch, array $chunk): array {
    $ids = $batch->idAt === NULL ? [] : array_values(array_filter(array_column($chunk, $batch->idAt), is_string(...)));
    $used = $ids === [] ? [] : $this->database->select($batch->type->name, 't')->fields('t', ['uuid'])->condition('uuid', $ids, 'IN')->execute()->fetchCol();
    return array_fill_keys($used, TRUE);
  }

  /**
   * Refuses rows whose id or key another one has.
   */
  private function claimKeys(RowBatch $batch, ContentEntityInterface $blank): void {
    $brand_id = $batch->type->isTenant() && !$blank->get('brand')->isEmpty() ? (int) $blank->get('brand')->target_id : NULL;
    foreach ($batch->type->unique === [] ? [] : $this->keys->taken($batch->type, $brand_id, $batch->inserted, RowsFailureException::MOST) as $index => $keys) {
      foreach ($keys as $key) {
        $batch->conflict($index, $this->exceptions->presentable(new DuplicateKeyException($blank, UniqueRule::violation($blank, $key))));
      }
    }
    $batch->refuse();
  }

}
