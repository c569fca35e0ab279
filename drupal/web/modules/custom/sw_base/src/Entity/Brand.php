<?php

namespace Drupal\sw_base\Entity;

/**
 * The brand that a new row gets.
 */
final class Brand {

  /**
   * Default value callback of the brand field.
   *
   * @return list<array{target_id: int}>
   *   The signed-in user's brand, or nothing.
   */
  public static function ofCurrentUser(): array {
    $brand = \Drupal::service('sw_base.actors')->current()->brandId;
    return $brand === NULL ? [] : [['target_id' => $brand]];
  }

}
