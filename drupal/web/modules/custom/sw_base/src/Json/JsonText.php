<?php

namespace Drupal\sw_base\Json;

/**
 * JSON values as text: sorted members, no blanks, the same bytes from every backend.
 */
final class JsonText {

  private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR;

  private const LARGEST_INTEGER = 9007199254740991;

  /**
   * The canonical text of a decoded value, whose objects are objects.
   */
  public static function of(mixed $value): string {
    if (is_array($value)) {
      return '[' . implode(',', array_map(self::of(...), $value)) . ']';
    }
    if ($value instanceof \stdClass) {
      $members = [];
      foreach (self::members($value) as [$name, $member]) {
        $members[] = json_encode($name, self::FLAGS) . ':' . self::of($member);
      }
      return '{' . implode(',', $members) . '}';
    }
    if (is_float($value)) {
      return self::number($value);
    }
    return json_encode($value, self::FLAGS);
  }

  /**
   * The text's value with objects as objects, or NULL where it is no JSON.
   */
  public static function decode(string $text): mixed {
    return json_decode($text);
  }

  /**
   * The same value as canonical text; what is no JSON stays as it is.
   */
  public static function canonical(string $text): string {
    $value = json_decode($text);
    return json_last_error() === JSON_ERROR_NONE ? self::of($value) : $text;
  }

  /**
   * Whether every backend reads the number as it was written.
   */
  public static function isSafe(int|float $number): bool {
    return is_int($number) && abs($number) <= self::LARGEST_INTEGER;
  }

  /**
   * Orders texts by their UTF-16 units, as JavaScript does.
   */
  public static function compare(string $a, string $b): int {
    return strcmp(mb_convert_encoding($a, 'UTF-16BE', 'UTF-8'), mb_convert_encoding($b, 'UTF-16BE', 'UTF-8'));
  }

  /**
   * @return list<array{string, mixed}>
   *   Names and values, sorted by name.
   */
  private static function members(\stdClass $object): array {
    $members = [];
    foreach (get_object_vars($object) as $name => $value) {
      $members[] = [(string) $name, $value];
    }
    usort($members, fn (array $a, array $b) => self::compare($a[0], $b[0]));
    return $members;
  }

  /**
   * A whole number without point; what is too large for any is still one when it is read again.
   */
  private static function number(float $value): string {
    if (is_infinite($value)) {
      return $value > 0 ? '1e999' : '-1e999';
    }
    return floor($value) === $value && abs($value) <= self::LARGEST_INTEGER ? (string) (int) $value : json_encode($value, self::FLAGS);
  }

}
