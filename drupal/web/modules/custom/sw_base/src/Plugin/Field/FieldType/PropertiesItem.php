<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

use Drupal\Core\Field\FieldItemBase;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\Core\TypedData\DataDefinition;
use Drupal\sw_base\Model\ModelLabel;

/**
 * A field item of a few named texts.
 */
abstract class PropertiesItem extends FieldItemBase {

  /**
   * @return array<string, array{length: int|null, required: bool, label: array<string, string>}>
   *   The texts by name; a length of NULL means long text.
   */
  abstract protected static function texts(): array;

  /**
   * {@inheritdoc}
   */
  public static function propertyDefinitions(FieldStorageDefinitionInterface $field_definition) {
    $properties = [];
    foreach (static::texts() as $name => $text) {
      $properties[$name] = DataDefinition::create('string')->setLabel(ModelLabel::fromArray($text['label']))->setRequired($text['required']);
      if ($text['length'] !== NULL) {
        $properties[$name]->addConstraint('Length', ['max' => $text['length']]);
      }
    }
    return $properties;
  }

  /**
   * {@inheritdoc}
   */
  public static function schema(FieldStorageDefinitionInterface $field_definition) {
    return [
      'columns' => array_map(
        fn (array $text) => $text['length'] === NULL ? ['type' => 'text', 'size' => 'big'] : [
          'type' => 'varchar',
          'length' => $text['length'],
        ],
        static::texts(),
      ),
    ];
  }

  /**
   * {@inheritdoc}
   */
  public static function mainPropertyName() {
    return array_key_first(static::texts());
  }

  /**
   * {@inheritdoc}
   */
  public function isEmpty() {
    foreach (array_keys(static::texts()) as $name) {
      if (($this->get($name)->getValue() ?? '') !== '') {
        return FALSE;
      }
    }
    return TRUE;
  }

}
