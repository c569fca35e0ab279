<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

use Drupal\Core\Field\Attribute\FieldType;
use Drupal\Core\Field\FieldItemBase;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\Core\TypedData\DataDefinition;
use Drupal\sw_base\Json\JsonText;

/**
 * A JSON value whose shape the model says. Its column is that of long text, which such fields were before.
 */
#[FieldType(
  id: 'sw_json',
  label: new TranslatableMarkup('JSON'),
  description: new TranslatableMarkup('A JSON value of a declared shape.'),
  default_widget: 'sw_json',
  default_formatter: 'sw_json',
  no_ui: TRUE,
)]
final class JsonItem extends FieldItemBase {

  /**
   * {@inheritdoc}
   */
  public static function propertyDefinitions(FieldStorageDefinitionInterface $field_definition) {
    return ['value' => DataDefinition::create('sw_json_value')->setLabel(new TranslatableMarkup('JSON value'))->setRequired(TRUE)];
  }

  /**
   * {@inheritdoc}
   */
  public static function schema(FieldStorageDefinitionInterface $field_definition) {
    return ['columns' => ['value' => ['type' => 'text', 'size' => 'big']]];
  }

  /**
   * {@inheritdoc}
   */
  public function isEmpty() {
    return ($this->get('value')->getValue() ?? '') === '';
  }

  /**
   * {@inheritdoc}
   */
  public function preSave() {
    $this->set('value', JsonText::canonical((string) $this->get('value')->getValue()), FALSE);
  }

}
