<?php

namespace Drupal\sw_base\Journal;

use Drupal\Core\Database\Connection;

/**
 * The hash chain of a brand's journal.
 */
final class JournalChain {

  private const START = '0000000000000000000000000000000000000000000000000000000000000000';

  public function __construct(private readonly Connection $database) {}

  /**
   * The last link, locked until the transaction ends.
   *
   * @return array{sequence: int, hash: string}
   *   Its number and hash.
   */
  public function lockHead(int $brand_id): array {
    // Writing first takes the row's lock (SQLite: the database's) before the value is read.
    $locked = $this->database->update('sw_journal_head')->expression('sequence', '[sequence]')->condition('brand', $brand_id)->execute();
    if (!$locked) {
      $this->database->merge('sw_journal_head')->key('brand', $brand_id)->insertFields([
        'brand' => $brand_id,
        'sequence' => 0,
        'hash' => self::START,
      ])->updateFields(['brand' => $brand_id])->execute();
    }
    $head = $this->database->select('sw_journal_head', 'h')->fields('h', ['sequence', 'hash'])->condition('brand', $brand_id)->forUpdate()->execute()->fetchAssoc();
    return ['sequence' => (int) $head['sequence'], 'hash' => $head['hash']];
  }

  /**
   * Moves the head to a new link.
   */
  public function advance(int $brand_id, int $sequence, string $hash): void {
    $this->database->update('sw_journal_head')->fields(['sequence' => $sequence, 'hash' => $hash])->condition('brand', $brand_id)->execute();
  }

  /**
   * The hash of a link.
   *
   * @param array<string, mixed> $content
   *   The hashed members of the entry.
   */
  public static function hash(string $previous, array $content): string {
    // Older entries have no such member: one that takes nothing back is hashed
    // as they were.
    if (($content['undoes'] ?? NULL) === NULL) {
      unset($content['undoes']);
    }
    ksort($content);
    foreach ($content['changes'] as &$change) {
      ksort($change);
    }
    $json = json_encode($content, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR);
    return hash('sha256', "$previous\n$json");
  }

}
