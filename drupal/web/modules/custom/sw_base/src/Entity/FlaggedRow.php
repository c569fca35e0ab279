<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\FieldableEntityInterface;

/**
 * Rows that need a permission while a boolean of theirs is true, or one of what a reference of theirs leads to.
 */
final class FlaggedRow {

  /**
   * Whether the boolean at the path is true.
   */
  public static function isFlagged(FieldableEntityInterface $entity, string $path): bool {
    $steps = explode('.', $path);
    $row = count($steps) === 1 ? $entity : $entity->get($steps[0])->entity;
    return $row instanceof FieldableEntityInterface && (bool) $row->get(end($steps))->value;
  }

}
