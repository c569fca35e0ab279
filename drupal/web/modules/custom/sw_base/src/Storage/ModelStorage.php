<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\Sql\SqlContentEntityStorage;

/**
 * Storage of the model's own types.
 */
final class ModelStorage extends SqlContentEntityStorage {

  use InitialValues;
  use SkipsUnchangedSaves;

  /**
   * {@inheritdoc}
   */
  public function loadByProperties(array $values = []) {
    $ids = array_keys($values) === ['uuid'] ? \Drupal::service('sw_base.batch_rows')->ids($this->entityTypeId, (array) $values['uuid']) : NULL;
    return $ids === NULL ? parent::loadByProperties($values) : $this->loadMultiple($ids);
  }

}
