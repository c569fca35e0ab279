<?php

namespace Drupal\sw_operations\Outbox;

/**
 * How far the journals of all brands were at one moment.
 */
final class Heads {

  /**
   * Stands for these heads: the same for the same ones, another for any others.
   */
  public readonly string $mark;

  /**
   * @param array<string, int> $sequences
   *   The newest sequence by the brand's UUID, 0 where nothing is recorded.
   */
  public function __construct(public readonly array $sequences) {
    $sorted = $sequences;
    ksort($sorted, SORT_STRING);
    $lines = '';
    foreach ($sorted as $brand => $sequence) {
      $lines .= "$brand:$sequence\n";
    }
    $this->mark = hash('sha256', $lines);
  }

}
