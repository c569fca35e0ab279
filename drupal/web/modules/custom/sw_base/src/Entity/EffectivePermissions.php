<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Field\FieldItemList;
use Drupal\Core\TypedData\ComputedItemListTrait;

/**
 * The model permissions that a user has now.
 */
final class EffectivePermissions extends FieldItemList {

  use ComputedItemListTrait;

  /**
   * {@inheritdoc}
   */
  protected function computeValue() {
    $account = $this->getEntity();
    $names = array_keys(\Drupal::service('sw_base.model')->get()->permissions);
    sort($names);
    $delta = 0;
    foreach ($names as $name) {
      if ($account->hasPermission($name)) {
        $this->list[$delta] = $this->createItem($delta, $name);
        $delta++;
      }
    }
  }

}
