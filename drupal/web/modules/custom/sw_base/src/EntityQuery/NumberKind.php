<?php

namespace Drupal\sw_base\EntityQuery;

/**
 * What numbers a column holds.
 */
enum NumberKind {

  case Integer;
  case Decimal;

  /**
 * Unix seconds, which the wire shows as a date with a time. */
  case Time;

  /**
   * Whether a value can be written as it is next to such a column.
   */
  public function accepts(mixed $value): bool {
    return match ($this) {
      self::Integer => preg_match('/^-?[0-9]{1,9}$/D', (string) $value) === 1,
      self::Time => preg_match('/^-?[0-9]{1,10}$/D', (string) $value) === 1 && abs((int) $value) < 2 ** 31,
      self::Decimal => self::isNumber($value),
    };
  }

  /**
   * A time of the wire as Unix seconds; anything else as it is.
   */
  public static function seconds(mixed $value): mixed {
    if (!is_string($value) || preg_match('/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/D', $value) !== 1) {
      return $value;
    }
    $time = date_create_immutable($value, new \DateTimeZone('UTC'));
    return $time === FALSE ? $value : (string) $time->getTimestamp();
  }

  /**
   * Whether a value is a number at all, in the sense of every database.
   */
  public static function isNumber(mixed $value): bool {
    return preg_match('/^[+-]?([0-9]{1,40}(\.[0-9]{0,40})?|\.[0-9]{1,40})(e[+-]?[0-9])?$/iD', (string) $value) === 1;
  }

}
