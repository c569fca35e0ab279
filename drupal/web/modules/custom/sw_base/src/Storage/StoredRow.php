<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;

/**
 * The row as it is stored, which a row that is being saved has with it.
 *
 * Drupal 10 keeps it in a property of any name; Drupal 11 has methods for it,
 * and Drupal 12 nothing else.
 */
final class StoredRow {

  /**
   * The stored row, or NULL while nobody has loaded it.
   */
  public static function of(ContentEntityInterface $entity): ?ContentEntityInterface {
    $stored = method_exists($entity, 'getOriginal') ? $entity->getOriginal() : ($entity->original ?? NULL);
    return $stored instanceof ContentEntityInterface ? $stored : NULL;
  }

  /**
   * The stored row, loaded once for whoever asks; NULL when it is gone.
   */
  public static function load(ContentEntityInterface $entity): ?ContentEntityInterface {
    if (self::of($entity) === NULL) {
      $stored = \Drupal::entityTypeManager()->getStorage($entity->getEntityTypeId())->loadUnchanged($entity->id());
      self::set($entity, $stored instanceof ContentEntityInterface ? $stored : NULL);
    }
    return self::of($entity);
  }

  /**
   * Gives a row what is stored of it, so that the save need not read it again; NULL takes it away.
   */
  public static function set(ContentEntityInterface $entity, ?ContentEntityInterface $stored): void {
    if (method_exists($entity, 'setOriginal')) {
      $entity->setOriginal($stored);
    }
    else {
      $entity->original = $stored;
    }
  }

}
