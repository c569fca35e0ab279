<?php

namespace Drupal\sw_base\EntityQuery;

/**
 * What numbers a column holds.
 */
enum NumberKind {

  case Integer;
  case Decimal;

  /**
   * Whether a value can be written as it is next to such a column.
   */
  public function accepts(mixed $value): bool {
    return $this === self::Integer ? preg_match('/^-?[0-9]{1,9}$/D', (string) $value) === 1 : self::isNumber($value);
  }

  /**
   * Whether a value is a number at all, in the sense of every database.
   */
  public static function isNumber(mixed $value): bool {
    return preg_match('/^[+-]?([0-9]{1,40}(\.[0-9]{0,40})?|\.[0-9]{1,40})(e[+-]?[0-9])?$/iD', (string) $value) === 1;
  }

}
