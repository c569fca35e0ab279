<?php

namespace Drupal\sw_base\Plugin\Field\FieldFormatter;

use Drupal\Core\Field\Attribute\FieldFormatter;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\FormatterBase;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * The value's text.
 */
#[FieldFormatter(
  id: 'sw_json',
  label: new TranslatableMarkup('JSON'),
  field_types: ['sw_json'],
)]
final class JsonFormatter extends FormatterBase {

  /**
   * {@inheritdoc}
   */
  public function viewElements(FieldItemListInterface $items, $langcode) {
    $elements = [];
    foreach ($items as $delta => $item) {
      $elements[$delta] = ['#plain_text' => (string) $item->value];
    }
    return $elements;
  }

}
