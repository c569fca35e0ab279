<?php

namespace Drupal\sw_base\EntityQuery;

/**
 * What numbers a column holds.
 */
enum NumberKind {

  case Integer;
  case Decimal;

  /** Unix seconds, which the wire shows as a date with a time. */
  case Time;

  /**
   * Whether a value can be written as it is next to such a column.
   */
  public function accepts(mixed $value): bool {
    return $this !== self::Decimal ? preg_match('/^-?[0-9]{1,9}$/D', (string) $value) === 1 : self::isNumber($value);
  }

  /**
   * A value of the wire as the column holds it.
   */
  public function stored(mixed $value): mixed {
    if ($this !== self::Time || !is_string($value) || preg_match('/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/D', $value) !== 1) {
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
