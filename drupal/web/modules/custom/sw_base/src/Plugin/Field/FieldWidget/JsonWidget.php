<?php

namespace Drupal\sw_base\Plugin\Field\FieldWidget;

use Drupal\Core\Field\Attribute\FieldWidget;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\WidgetBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\sw_base\Json\JsonText;

/**
 * The value's text, laid out.
 */
#[FieldWidget(
  id: 'sw_json',
  label: new TranslatableMarkup('JSON'),
  field_types: ['sw_json'],
)]
final class JsonWidget extends WidgetBase {

  private const LAYOUT = JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;

  /**
   * {@inheritdoc}
   */
  public function formElement(FieldItemListInterface $items, $delta, array $element, array &$form, FormStateInterface $form_state) {
    $text = (string) $items[$delta]->value;
    $value = JsonText::decode($text);
    $element['value'] = $element + [
      '#type' => 'textarea',
      '#default_value' => $value === NULL ? $text : json_encode($value, self::LAYOUT),
      '#rows' => 5,
    ];
    return $element;
  }

  /**
   * {@inheritdoc}
   */
  public function massageFormValues(array $values, array $form, FormStateInterface $form_state) {
    return array_map(fn (array $value) => ['value' => JsonText::canonical(trim((string) $value['value']))] + $value, $values);
  }

}
