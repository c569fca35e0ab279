<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

/**
 * What a row is called in another system.
 *
 * @FieldType(
 *   id = "sw_external_id",
 *   label = @Translation("External id"),
 *   description = @Translation("The identifier of the row in another system."),
 *   default_widget = "sw_properties",
 *   default_formatter = "sw_properties"
 * )
 */
final class ExternalIdItem extends PropertiesItem {

  /**
   * {@inheritdoc}
   */
  protected static function texts(): array {
    return [
      'system' => ['length' => 64, 'required' => TRUE, 'label' => ['fr' => 'Système', 'en' => 'System']],
      'value' => ['length' => 191, 'required' => TRUE, 'label' => ['fr' => 'Identifiant', 'en' => 'Identifier']],
    ];
  }

}
