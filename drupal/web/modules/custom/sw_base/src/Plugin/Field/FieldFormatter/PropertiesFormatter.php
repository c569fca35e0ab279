<?php

namespace Drupal\sw_base\Plugin\Field\FieldFormatter;

use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\FormatterBase;

/**
 * The properties in one line.
 *
 * @FieldFormatter(
 *   id = "sw_properties",
 *   label = @Translation("Properties"),
 *   field_types = {"sw_external_id", "sw_change"}
 * )
 */
final class PropertiesFormatter extends FormatterBase {

  /**
   * {@inheritdoc}
   */
  public function viewElements(FieldItemListInterface $items, $langcode) {
    $elements = [];
    foreach ($items as $delta => $item) {
      $elements[$delta] = ['#plain_text' => implode(' · ', array_filter($item->getValue(), is_string(...)))];
    }
    return $elements;
  }

}
