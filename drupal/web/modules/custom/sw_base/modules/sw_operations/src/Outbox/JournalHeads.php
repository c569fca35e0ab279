<?php

namespace Drupal\sw_operations\Outbox;

use Drupal\Core\Database\Connection;

/**
 * Reads how far the journals of all brands are, and waits for them to go on.
 *
 * Asks the tables themselves, with one statement: nothing is cached, and
 * waiting holds neither a transaction nor a lock of the database.
 */
final class JournalHeads {

  private const POLL_EVERY_SECONDS = 0.25;

  public function __construct(private readonly Connection $database) {}

  /**
   * What is committed now.
   */
  public function read(): Heads {
    $query = $this->database->select('sw_brand', 'b')->fields('b', ['uuid']);
    $query->leftJoin('sw_journal_head', 'h', '[h].[brand] = [b].[id]');
    $query->addExpression('COALESCE([h].[sequence], 0)', 'sequence');
    return new Heads(array_map(intval(...), $query->execute()->fetchAllKeyed()));
  }

  /**
   * The heads as soon as they have another mark than the one of $known, or when the time is over.
   */
  public function after(Heads $known, int $seconds): Heads {
    // Sleep doesn't count as running time everywhere.
    set_time_limit($seconds + 30);
    $until = microtime(TRUE) + $seconds;
    $heads = $known;
    while ($heads->mark === $known->mark && ($left = $until - microtime(TRUE)) > 0) {
      usleep((int) (min($left, self::POLL_EVERY_SECONDS) * 1_000_000));
      $heads = $this->read();
    }
    return $heads;
  }

}
