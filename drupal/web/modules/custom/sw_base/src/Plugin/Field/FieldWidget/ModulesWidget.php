<?php

namespace Drupal\sw_base\Plugin\Field\FieldWidget;

use Drupal\Core\Field\Attribute\FieldWidget;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\WidgetBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * The modules of the installation that declare something, by their names.
 */
#[FieldWidget(
  id: 'sw_modules',
  label: new TranslatableMarkup('Modules'),
  field_types: ['string'],
  multiple_values: TRUE,
)]
final class ModulesWidget extends WidgetBase {

  /**
   * {@inheritdoc}
   */
  public static function isApplicable(FieldDefinitionInterface $field_definition) {
    $fields = \Drupal::service('sw_base.model')->get()->fieldsOf((string) $field_definition->getTargetEntityTypeId());
    return ($fields[$field_definition->getName()] ?? NULL)?->format === 'module';
  }

  /**
   * {@inheritdoc}
   */
  public function formElement(FieldItemListInterface $items, $delta, array $element, array &$form, FormStateInterface $form_state) {
    $list = \Drupal::service('extension.list.module');
    $options = [];
    foreach (\Drupal::service('sw_base.model')->get()->modules as $name) {
      $options[$name] = $list->getName($name);
    }
    asort($options);
    return $element + [
      '#type' => 'checkboxes',
      '#options' => $options,
      '#default_value' => array_intersect(array_column($items->getValue(), 'value'), array_keys($options)),
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function massageFormValues(array $values, array $form, FormStateInterface $form_state) {
    return array_map(fn (string $name) => ['value' => $name], array_values(array_filter($values, is_string(...))));
  }

}
