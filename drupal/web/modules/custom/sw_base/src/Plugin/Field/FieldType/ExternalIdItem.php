<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

use Drupal\Core\Field\Attribute\FieldType;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * What a row is called in another system.
 */
#[FieldType(
  id: 'sw_external_id',
  label: new TranslatableMarkup('External id'),
  description: new TranslatableMarkup('The identifier of the row in another system.'),
  default_widget: 'sw_properties',
  default_formatter: 'sw_properties',
)]
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
