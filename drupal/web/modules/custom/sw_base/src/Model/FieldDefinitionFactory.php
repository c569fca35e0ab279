<?php

namespace Drupal\sw_base\Model;

use Drupal\Core\Field\BaseFieldDefinition;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\sw_base\Entity\Brand;
use Drupal\sw_base\Journal\ChangeList;

/**
 * Turns model fields into Drupal base fields.
 */
final class FieldDefinitionFactory {

  private const TYPES = [
    'string' => 'string',
    'text' => 'string_long',
    'email' => 'email',
    'integer' => 'integer',
    'decimal' => 'sw_decimal',
    'boolean' => 'boolean',
    'date' => 'datetime',
    'datetime' => 'timestamp',
    'list' => 'list_string',
    'state' => 'list_string',
    'reference' => 'entity_reference',
    'file' => 'file',
    'external_id' => 'sw_external_id',
    'change' => 'sw_change',
    'json' => 'sw_json',
  ];

  /**
   * By the field's format, or else by its type.
   */
  private const WIDGETS = [
    'date' => ['type' => 'datetime_default'],
    'boolean' => ['type' => 'boolean_checkbox', 'settings' => ['display_label' => TRUE]],
    'list' => ['type' => 'options_select'],
    'state' => ['type' => 'options_select'],
    'reference' => ['type' => 'entity_reference_autocomplete'],
    'text' => ['type' => 'string_textarea'],
    'external_id' => ['type' => 'sw_properties'],
    'module' => ['type' => 'sw_modules'],
  ];

  /**
   * The base field of a model field.
   */
  public static function create(ModelField $field, int $weight = 0): BaseFieldDefinition {
    $definition = BaseFieldDefinition::create(self::TYPES[$field->type])
      ->setLabel(ModelLabel::fromArray($field->label))
      ->setRequired($field->required)
      ->setTranslatable(FALSE)
      ->setDisplayConfigurable('form', TRUE)
      ->setDisplayConfigurable('view', TRUE)
      ->setDisplayOptions('view', self::formatter($field) + ['label' => 'inline', 'weight' => $weight])
      ->setSettings(self::settings($field) + BaseFieldDefinition::create(self::TYPES[$field->type])->getSettings());
    if ($field->type === 'change') {
      $definition->setClass(ChangeList::class);
    }
    else {
      $definition->setDisplayOptions('form', (self::WIDGETS[$field->format ?? $field->type] ?? []) + ['weight' => $weight]);
    }
    if ($field->help !== []) {
      $definition->setDescription(ModelLabel::fromArray($field->help));
    }
    if ($field->multiple) {
      $definition->setCardinality(FieldStorageDefinitionInterface::CARDINALITY_UNLIMITED);
    }
    if ($field->default !== NULL) {
      $definition->setDefaultValue($field->default);
    }
    if ($field->pattern !== NULL) {
      $definition->addPropertyConstraints('value', ['Regex' => ['pattern' => '/' . str_replace('/', '\/', $field->pattern) . '/uD']]);
    }
    if ($field->type === 'json') {
      $definition->addConstraint('SwJsonShape');
    }
    if ($field->format === 'time_zone') {
      $definition->addPropertyConstraints('value', ['Callback' => ['callback' => [TimeZones::class, 'validate']]]);
    }
    return $definition;
  }

  /**
   * The base fields that the platform adds to every type.
   *
   * @return array<string, \Drupal\Core\Field\BaseFieldDefinition>
   *   Fields by name.
   */
  public static function platformFields(bool $tenant): array {
    $fields['version'] = BaseFieldDefinition::create('integer')
      ->setLabel(ModelLabel::fromArray(['fr' => 'Version', 'en' => 'Version']))
      ->setDefaultValue(1)
      ->setSetting('unsigned', TRUE);
    if ($tenant) {
      $fields['brand'] = BaseFieldDefinition::create('entity_reference')
        ->setLabel(ModelLabel::fromArray(['fr' => 'Marque', 'en' => 'Brand']))
        ->setSetting('target_type', 'sw_brand')
        ->setDefaultValueCallback(Brand::class . '::ofCurrentUser');
    }
    return $fields;
  }

  /**
   * @return array<string, mixed>
   *   How a value is shown, where Drupal's own way would lose or add something.
   */
  private static function formatter(ModelField $field): array {
    return match ($field->type) {
      'date' => ['type' => 'datetime_custom', 'settings' => ['date_format' => 'Y-m-d']],
      'decimal' => ['type' => 'number_decimal', 'settings' => ['scale' => $field->scale ?? 4]],
      default => [],
    };
  }

  /**
   * @return array<string, mixed>
   *   The Drupal field settings.
   */
  private static function settings(ModelField $field): array {
    return match ($field->type) {
      'string' => ['max_length' => $field->maxLength ?? 255],
      // Beyond these no database's integer reaches, and its refusal would not name the field.
      'integer' => ['min' => $field->min ?? -2147483648, 'max' => $field->max ?? 2147483647, 'size' => 'normal'],
      'decimal' => [
        'precision' => $field->precision ?? 12,
        'scale' => $field->scale ?? 4,
        'min' => $field->min ?? '',
        'max' => $field->max ?? '',
      ],
      'date' => ['datetime_type' => 'date'],
      'list', 'state' => ['allowed_values' => array_map(ModelLabel::fromArray(...), $field->values)]
        + ($field->valueModules === [] ? [] : ['allowed_values_function' => OpenValues::class . '::of']),
      'reference' => ['target_type' => $field->target],
      'file' => [
        'file_extensions' => implode(' ', $field->extensions),
        'max_filesize' => $field->maxSize ?? '',
        'uri_scheme' => 'private',
        // A name that is taken is answered with another one, so no two brands share a folder.
        'file_directory' => "[sw:brand]/$field->name/[sw:random]",
      ],
      default => [],
    };
  }

}
