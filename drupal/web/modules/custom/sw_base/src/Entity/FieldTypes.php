<?php

namespace Drupal\sw_base\Entity;

use Drupal\sw_base\Plugin\Field\FieldType\DecimalStringItem;

/**
 * Drupal's field types as site builders may add them.
 */
final class FieldTypes {

  /**
   * Who may see a file follows from the rows whose file fields the model knows.
   */
  private const MODEL_ONLY = ['file', 'image', 'file_uri'];

  /**
   * @param array<string, array<string, mixed>> $info
   *   Field type definitions, altered in place.
   */
  public static function alter(array &$info): void {
    // A decimal reads as text with all its digits, whoever added the field.
    $info['decimal']['class'] = DecimalStringItem::class;
    foreach (self::MODEL_ONLY as $type) {
      if (isset($info[$type])) {
        $info[$type]['no_ui'] = TRUE;
      }
    }
  }

}
