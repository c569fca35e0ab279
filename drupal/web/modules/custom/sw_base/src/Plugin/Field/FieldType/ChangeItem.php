<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

use Drupal\Core\Field\Attribute\FieldType;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * One field's old and new value, as text.
 */
#[FieldType(
  id: 'sw_change',
  label: new TranslatableMarkup('Change'),
  description: new TranslatableMarkup('The old and new value of one field.'),
  default_formatter: 'sw_properties',
  no_ui: TRUE,
)]
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
