<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

/**
 * One field's old and new value, as text.
 *
 * @FieldType(
 *   id = "sw_change",
 *   label = @Translation("Change"),
 *   description = @Translation("The old and new value of one field."),
 *   no_ui = TRUE,
 *   default_formatter = "sw_properties"
 * )
 */
final class ChangeItem extends PropertiesItem {

  /**
   * {@inheritdoc}
   */
  protected static function texts(): array {
    return [
      'field' => ['length' => 64, 'required' => TRUE, 'label' => ['fr' => 'Champ', 'en' => 'Field']],
      'from' => ['length' => NULL, 'required' => FALSE, 'label' => ['fr' => 'Avant', 'en' => 'Before']],
      'to' => ['length' => NULL, 'required' => FALSE, 'label' => ['fr' => 'Après', 'en' => 'After']],
    ];
  }

}
