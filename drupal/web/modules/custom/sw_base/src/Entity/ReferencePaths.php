<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\FieldableEntityInterface;

/**
 * Follows dotted paths of references.
 */
final class ReferencePaths {

  /**
   * The id of the row a path leads to, or NULL where it breaks off.
   */
  public function targetId(FieldableEntityInterface $entity, string $path): ?int {
    if ($path === 'self') {
      return $entity->id() === NULL ? NULL : (int) $entity->id();
    }
    $steps = explode('.', $path);
    $last = array_pop($steps);
    foreach ($steps as $step) {
      $next = $entity->get($step)->entity;
      if (!$next instanceof FieldableEntityInterface) {
        return NULL;
      }
      $entity = $next;
    }
    $items = $entity->get($last);
    // A target that was set as an object has no id in the item before it is saved.
    return $items->isEmpty() || $items->target_id === NULL ? NULL : (int) $items->target_id;
  }

}
