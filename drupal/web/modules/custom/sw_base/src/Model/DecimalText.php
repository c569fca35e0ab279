<?php

namespace Drupal\sw_base\Model;

/**
 * Decimals as text: exact, whatever the database driver returns.
 */
final class DecimalText {

  /**
   * The number with exactly that many digits after the point, or NULL when it's none.
   *
   * Half is rounded away from zero, digit by digit, so that no float is involved for text.
   */
  public static function fixed(mixed $value, int $scale): ?string {
    if (is_float($value)) {
      $value = is_finite($value) ? sprintf('%.' . ($scale + 4) . 'F', $value) : '';
    }
    if ((!is_string($value) && !is_int($value)) || !preg_match('/^([+-]?)([0-9]*)(?:\.([0-9]*))?$/D', (string) $value, $parts) || ($parts[2] === '' && ($parts[3] ?? '') === '')) {
      return is_string($value) && is_numeric($value) && stripos($value, 'e') !== FALSE && trim($value) === $value ? self::fixed((float) $value, $scale) : NULL;
    }
    $fraction = str_pad($parts[3] ?? '', $scale + 1, '0');
    $digits = ltrim($parts[2], '0') . substr($fraction, 0, $scale);
    if ((int) $fraction[$scale] >= 5) {
      $digits = self::increment($digits);
    }
    $digits = str_pad($digits, $scale + 1, '0', STR_PAD_LEFT);
    $whole = substr($digits, 0, strlen($digits) - $scale);
    $text = $scale > 0 ? $whole . '.' . substr($digits, -$scale) : $whole;
    return $parts[1] === '-' && trim($digits, '0') !== '' ? "-$text" : $text;
  }

  /**
   * Adds one to a string of digits.
   */
  private static function increment(string $digits): string {
    for ($i = strlen($digits) - 1; $i >= 0; $i--) {
      if ($digits[$i] !== '9') {
        $digits[$i] = (string) ((int) $digits[$i] + 1);
        return $digits;
      }
      $digits[$i] = '0';
    }
    return "1$digits";
  }

}
