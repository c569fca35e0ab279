<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\sw_base\Model\DecimalText;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Text\Normaliser;

/**
 * Values that are right without a second look, as they are stored.
 *
 * It never refuses one: what it doesn't take is made into a row and validated as
 * a single one would be, which also words what is wrong.
 */
final class PlainValues {

  private const DATE = '/^(\d{4})-(\d\d)-(\d\d)$/D';

  public function __construct(private readonly Normaliser $normaliser) {}

  /**
   * What reads the values of a field.
   *
   * @return (callable(mixed): (string|int|null))|null
   *   Gives the stored value, NULL for one that needs a second look; NULL where all do.
   */
  public function reader(ModelField $field): ?callable {
    $named = in_array($field->format, ['time_zone', 'module'], TRUE);
    if ($field->multiple || $named || $field->country !== [] || $field->valueModules !== []) {
      return NULL;
    }
    return match ($field->type) {
      'string', 'text' => $this->text($field),
      'list' => fn (mixed $value) => is_string($value) && isset($field->values[$value]) ? $value : NULL,
      'integer' => fn (mixed $value) => is_int($value) && $value >= ($field->min ?? -2147483648) && $value <= ($field->max ?? 2147483647) ? $value : NULL,
      'decimal' => $this->decimal($field),
      'boolean' => fn (mixed $value) => is_bool($value) ? (int) $value : NULL,
      'date' => fn (mixed $value) => is_string($value) && preg_match(self::DATE, $value, $parts) && checkdate((int) $parts[2], (int) $parts[3], (int) $parts[1]) ? $value : NULL,
      default => NULL,
    };
  }

  /**
   * Reads texts.
   */
  private function text(ModelField $field): callable {
    $most = $field->maxLength ?? ($field->type === 'string' ? 255 : PHP_INT_MAX);
    $pattern = $field->pattern === NULL ? NULL : '/' . str_replace('/', '\/', $field->pattern) . '/uD';
    $country = NULL;
    $dialled = function () use (&$country): string {
      return $country ??= $this->normaliser->country();
    };
    return function (mixed $value) use ($field, $most, $pattern, $dialled): ?string {
      if (!is_string($value) || str_contains($value, "\0")) {
        return NULL;
      }
      $text = $this->normaliser->text($field, $value, $dialled);
      $is_right = $text !== '' && mb_strlen($text) <= $most && ($pattern === NULL || preg_match($pattern, $text) === 1);
      return $is_right ? $text : NULL;
    };
  }

  /**
   * Reads amounts that are written with figures and a point, where the model sets no bounds.
   */
  private function decimal(ModelField $field): ?callable {
    $scale = $field->scale ?? 4;
    $whole = ($field->precision ?? 12) - $scale;
    $pattern = '/^-?\d{1,' . $whole . '}' . ($scale > 0 ? '(\.\d{1,' . $scale . '})?' : '') . '$/D';
    return $field->min !== NULL || $field->max !== NULL ? NULL
      : fn (mixed $value) => is_string($value) && preg_match($pattern, $value) ? DecimalText::fixed($value, $scale) : NULL;
  }

}
