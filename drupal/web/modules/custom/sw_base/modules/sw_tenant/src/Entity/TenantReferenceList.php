<?php

namespace Drupal\sw_tenant\Entity;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Field\EntityReferenceFieldItemList;

/**
 * References whose targets in other brands are as good as deleted.
 *
 * Such a reference can't be written; this is the second net for one that
 * exists all the same.
 */
final class TenantReferenceList extends EntityReferenceFieldItemList {

  /**
   * {@inheritdoc}
   */
  public function referencedEntities() {
    $rows = \Drupal::service('sw_tenant.row_access');
    return array_filter(parent::referencedEntities(), fn ($target) => !$target instanceof ContentEntityInterface || $rows->isSameBrand($target));
  }

}
