<?php

namespace Drupal\sw_base\Form;

use Drupal\Core\Entity\ContentEntityDeleteForm;

/**
 * Deletes a row of a model type, and says first what would be left hanging.
 */
final class ModelEntityDeleteForm extends ContentEntityDeleteForm {

  /**
   * {@inheritdoc}
   */
  public function getDescription() {
    $entity = $this->getEntity();
    $referrers = \Drupal::service('sw_base.referrers');
    $references = $referrers->of($entity->getEntityTypeId(), [(int) $entity->id()])[(int) $entity->id()] ?? [];
    return $references === [] ? parent::getDescription() : $this->t('These refer to it and would be left without it: @references. This action cannot be undone.', ['@references' => $referrers->inWords($references)]);
  }

}
