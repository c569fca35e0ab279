<?php

namespace Drupal\sw_base\Plugin\DataType;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\Core\TypedData\Attribute\DataType;
use Drupal\Core\TypedData\Plugin\DataType\StringData;

/**
 * A JSON value, kept as its text.
 */
#[DataType(
  id: 'sw_json_value',
  label: new TranslatableMarkup('JSON value'),
)]
final class JsonValue extends StringData {}
