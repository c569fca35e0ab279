<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\Core\Field\EntityReferenceFieldItemListInterface;

/**
 * Follows dotted paths of references.
 */
final class ReferencePaths {

  /**
   * The id of the row a path of single references leads to, or NULL where it breaks off.
   */
  public function targetId(FieldableEntityInterface $entity, string $path): ?int {
    return $this->targetIds($entity, $path)[0] ?? NULL;
  }

  /**
   * @return list<int>
   *   The ids of the rows a path leads to, each once: none where it breaks off, several where a step holds several
   *   references.
   */
  public function targetIds(FieldableEntityInterface $entity, string $path): array {
    if ($path === 'self') {
      return $entity->id() === NULL ? [] : [(int) $entity->id()];
    }
    $steps = explode('.', $path);
    $last = array_pop($steps);
    $rows = [$entity];
    foreach ($steps as $step) {
      $next = [];
      foreach ($rows as $row) {
        $items = $row->get($step);
        if ($items instanceof EntityReferenceFieldItemListInterface) {
          $next = [
            ...$next,
            ...array_filter($items->referencedEntities(), fn ($target) => $target instanceof FieldableEntityInterface),
          ];
        }
      }
      $rows = $next;
    }
    $ids = [];
    foreach ($rows as $row) {
      foreach ($row->get($last) as $item) {
        // A target that was set as an object has no id in the item before it is saved.
        if ($item->target_id !== NULL) {
          $ids[(int) $item->target_id] = TRUE;
        }
      }
    }
    return array_keys($ids);
  }

}
