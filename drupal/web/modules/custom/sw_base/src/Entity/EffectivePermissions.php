<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Field\FieldItemList;
use Drupal\Core\TypedData\ComputedItemListTrait;
use Drupal\user\UserInterface;

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
    if (!$account instanceof UserInterface) {
      return;
    }
    $names = array_keys(\Drupal::service('sw_base.model')->get()->permissions);
    sort($names);
    $delta = 0;
    foreach ($names as $name) {
      if ($account->hasPermission($name)) {
        /** @var \Drupal\Core\Field\FieldItemInterface $item */
        $item = $this->createItem($delta, $name);
        $this->list[$delta] = $item;
        $delta++;
      }
    }
  }

}
