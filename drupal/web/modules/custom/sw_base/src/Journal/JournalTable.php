<?php

namespace Drupal\sw_base\Journal;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Component\Uuid\UuidInterface;
use Drupal\Core\Cache\CacheTagsInvalidatorInterface;
use Drupal\Core\Database\Connection;

/**
 * Where entries are kept: written many at a time, past the entity API.
 *
 * Entries are facts. Nothing may alter them on their way, and a batch of a
 * thousand changes writes a thousand of them.
 */
final class JournalTable {

  private const TABLE = 'sw_journal_entry';

  public function __construct(
    private readonly Connection $database,
    private readonly UuidInterface $uuid,
    private readonly TimeInterface $time,
    private readonly CacheTagsInvalidatorInterface $cacheTags,
  ) {}

  /**
   * Writes entries of one brand, in the order of their sequence.
   *
   * @param int $brand_id
   *   The brand, 0 for the platform.
   * @param non-empty-list<array<string, mixed>> $entries
   *   Values by column, and `changes`.
   */
  public function insert(int $brand_id, array $entries): void {
    $common = [
      'brand' => $brand_id ?: NULL,
      'version' => 1,
      'created' => $this->time->getRequestTime(),
      'changed' => $this->time->getRequestTime(),
    ];
    $insert = $this->database->insert(self::TABLE);
    foreach ($entries as $index => $entry) {
      unset($entry['changes']);
      $row = $common + ['uuid' => $this->uuid->generate()] + $entry;
      $index === 0 && $insert->fields(array_keys($row));
      $insert->values($row);
    }
    $insert->execute();
    $this->insertChanges($brand_id, $entries);
    $this->cacheTags->invalidateTags([self::TABLE . '_list']);
  }

  /**
   * @param non-empty-list<array<string, mixed>> $entries
   *   The entries that were just written.
   */
  private function insertChanges(int $brand_id, array $entries): void {
    $ids = $this->ids($brand_id, $entries[0]['sequence'], end($entries)['sequence']);
    $insert = $this->database->insert(self::TABLE . '__changes')
      ->fields([
        'bundle',
        'deleted',
        'entity_id',
        'revision_id',
        'langcode',
        'delta',
        'changes_field',
        'changes_from',
        'changes_to',
      ]);
    $count = 0;
    foreach ($entries as $entry) {
      foreach ($entry['changes'] as $delta => $change) {
        $id = $ids[$entry['sequence']];
        $insert->values([self::TABLE, 0, $id, $id, 'und', $delta, $change['field'], $change['from'], $change['to']]);
        $count++;
      }
    }
    $count > 0 && $insert->execute();
  }

  /**
   * @return array<int, int>
   *   Ids by sequence.
   */
  private function ids(int $brand_id, int $first, int $last): array {
    $query = $this->database->select(self::TABLE, 'e')->fields('e', ['sequence', 'id'])->condition('sequence', [
      $first,
      $last,
    ], 'BETWEEN');
    $brand_id === 0 ? $query->isNull('brand') : $query->condition('brand', $brand_id);
    return $query->execute()->fetchAllKeyed();
  }

}
