<?php

namespace Drupal\sw_base\Plugin\Field\FieldWidget;

use Drupal\Core\Field\Attribute\FieldWidget;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\Field\WidgetBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * One text box per property.
 */
#[FieldWidget(
  id: 'sw_properties',
  label: new TranslatableMarkup('Properties'),
  field_types: ['sw_external_id'],
)]
final class PropertiesWidget extends WidgetBase {

  /**
   * {@inheritdoc}
   */
  public function formElement(FieldItemListInterface $items, $delta, array $element, array &$form, FormStateInterface $form_state) {
    $element += ['#type' => 'fieldset'];
    foreach ($items[$delta]->getProperties() as $name => $property) {
      $element[$name] = [
        '#type' => 'textfield',
        '#title' => $property->getDataDefinition()->getLabel(),
        '#default_value' => $property->getValue(),
      ];
    }
    return $element;
  }

}
