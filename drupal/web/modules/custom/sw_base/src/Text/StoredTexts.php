<?php

namespace Drupal\sw_base\Text;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Storage\DuplicateKeyException;
use Drupal\sw_base\Tenancy\SystemScope;
use Psr\Log\LoggerInterface;

/**
 * Brings texts that were stored before they were normalised into their one form.
 *
 * Each row is saved as a person would: with its version, its history and its keys.
 * One whose key another row has by then, or whose required text is no text, keeps
 * its writing and is named.
 */
final class StoredTexts {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly Normaliser $normaliser,
    private readonly SystemScope $systemScope,
    private readonly LoggerInterface $logger,
  ) {}

  /**
   * One step of an update.
   *
   * @param array<string, mixed> $sandbox
   *   What the steps tell each other; `#finished` below 1 until all is done.
   *
   * @return string
   *   How many rows were written anew and how many weren't, when all is done.
   */
  public function step(array &$sandbox, int $rows = 200): string {
    $sandbox += ['types' => $this->types(), 'after' => 0, 'written' => 0, 'kept' => 0];
    $type = reset($sandbox['types']);
    if ($type !== FALSE) {
      $found = $this->systemScope->run(fn () => $this->next($type, $sandbox['after'], $rows));
      foreach ($found as $row) {
        match ($this->systemScope->run(fn () => $this->write($row))) {
          TRUE => $sandbox['written']++,
          FALSE => $sandbox['kept']++,
          NULL => NULL,
        };
        $sandbox['after'] = (int) $row->id();
      }
      $this->entityTypeManager->getStorage($type)->resetCache(array_keys($found));
      if (count($found) < $rows) {
        array_shift($sandbox['types']);
        $sandbox['after'] = 0;
      }
    }
    $sandbox['#finished'] = $sandbox['types'] === [] ? 1 : 0.5;
    return $sandbox['types'] === [] ? "{$sandbox['written']} rows have their texts in one form, {$sandbox['kept']} keep their writing: the log names them." : '';
  }

  /**
   * @return list<string>
   *   The types that have texts, people last: they are referred to.
   */
  private function types(): array {
    return array_values(array_filter([...array_keys($this->models->get()->types), 'user'], fn (string $type) => ($this->models->get()->type($type)->writable ?? TRUE)));
  }

  /**
   * @return array<int, \Drupal\Core\Entity\ContentEntityInterface>
   *   The next rows of the type, by id.
   */
  private function next(string $type, int $after, int $rows): array {
    $storage = $this->entityTypeManager->getStorage($type);
    $id = $storage->getEntityType()->getKey('id');
    $ids = $storage->getQuery()->accessCheck(FALSE)->condition($id, $after, '>')->sort($id)->range(0, $rows)->execute();
    return array_filter($storage->loadMultiple($ids), fn ($row) => $row instanceof ContentEntityInterface);
  }

  /**
   * TRUE where the row was written, FALSE where it keeps its writing, NULL where nothing is to be done.
   */
  private function write(ContentEntityInterface $row): ?bool {
    $before = $row->toArray();
    $this->normaliser->normalise($row);
    if ($row->toArray() === $before) {
      return NULL;
    }
    foreach ($this->models->get()->fieldsOf($row->getEntityTypeId()) as $name => $field) {
      if ($field->required && $row->get($name)->isEmpty() && $before[$name] !== []) {
        return $this->kept($row, $name);
      }
    }
    try {
      $row->save();
      return TRUE;
    }
    catch (\Exception $exception) {
      return $exception instanceof DuplicateKeyException ? $this->kept($row, $exception->violation->field) : throw $exception;
    }
  }

  /**
   * Names a row that stays as it is.
   */
  private function kept(ContentEntityInterface $row, string $field): bool {
    $this->logger->warning('@type @uuid keeps its writing of @field: in one form it would be that of another row, or nothing.', [
      '@type' => $row->getEntityTypeId(),
      '@uuid' => $row->uuid(),
      '@field' => $field,
    ]);
    return FALSE;
  }

}
