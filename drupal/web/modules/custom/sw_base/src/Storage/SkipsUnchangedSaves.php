<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityInterface;

/**
 * A save that changes nothing keeps the version and writes no journal entry.
 */
trait SkipsUnchangedSaves {

  /**
   * {@inheritdoc}
   */
  public function save(EntityInterface $entity) {
    if ($entity instanceof ContentEntityInterface && !$entity->isNew()) {
      $original = $entity->original ?? $this->loadUnchanged($entity->id());
      if ($original instanceof ContentEntityInterface) {
        if (\Drupal::service('sw_base.differ')->changedFields($entity, $original) === []) {
          return SAVED_UPDATED;
        }
        // Core would load it a second time.
        $entity->original = $original;
      }
    }
    return parent::save($entity);
  }

}
