<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\EntityViewBuilder;

/**
 * The page of a row: its name is the title, and not once more a field.
 */
final class ModelViewBuilder extends EntityViewBuilder {

  /**
   * {@inheritdoc}
   */
  public function build(array $build) {
    $build = parent::build($build);
    $build['#title'] = \Drupal::service('sw_base.value_text')->label($build["#$this->entityTypeId"]);
    unset($build[$this->entityType->getKey('label')]);
    return $build;
  }

}
