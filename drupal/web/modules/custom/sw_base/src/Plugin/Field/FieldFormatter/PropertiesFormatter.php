<?php

namespace Drupal\sw_base\Plugin\Field\FieldFormatter;

use Drupal\Core\Field\Attribute\FieldFormatter;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\FormatterBase;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * The properties in one line.
 */
#[FieldFormatter(
  id: 'sw_properties',
  label: new TranslatableMarkup('Properties'),
  field_types: ['sw_external_id', 'sw_change'],
)]
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
