<?php

namespace Drupal\sw_operations\Cache;

use Drupal\Core\Cache\CacheTagsChecksumInterface;
use Drupal\sw_base\Model\EntityModelRepository;

/**
 * Whether somebody saved something while it was read.
 *
 * Core counts the invalidations of what it keeps when it keeps it. What was read
 * before a save and is kept after it would be believed until the next save. So the
 * counts of all lists are taken before anything is read, once for the request: what
 * is kept with older counts than there are is never used. A row's own tag is known
 * too late for that; its list, which every save of the type counts, speaks for it.
 */
final class TagCounts {

  public function __construct(
    private readonly CacheTagsChecksumInterface $checksum,
    private readonly EntityModelRepository $models,
  ) {}

  /**
   * Takes the counts of all lists; the checksum remembers what it has once read.
   */
  public function take(): void {
    $this->checksum->getCurrentChecksum(array_values($this->lists()));
  }

  /**
   * Whether what has these tags may be kept.
   *
   * Their own counts are taken first: what happens from here on is in none of them.
   *
   * @param array<string> $tags
   *   Cache tags.
   */
  public function unmoved(array $tags): bool {
    $this->checksum->getCurrentChecksum($tags);
    $types = array_map(fn (string $tag) => explode(':', $tag)[0], $tags);
    $lists = array_values(array_filter($this->lists(), fn (string $list, string $type) => in_array($type, $types, TRUE) || in_array($list, $types, TRUE), ARRAY_FILTER_USE_BOTH));
    $now = clone $this->checksum;
    $now->reset();
    return $now->getCurrentChecksum($lists) === $this->checksum->getCurrentChecksum($lists);
  }

  /**
   * @return array<string, string>
   *   The list tags of the model's types, by type.
   */
  private function lists(): array {
    $lists = [];
    foreach ([...array_keys($this->models->get()->types), 'user', 'file'] as $type) {
      $lists[$type] = "{$type}_list";
    }
    return $lists;
  }

}
