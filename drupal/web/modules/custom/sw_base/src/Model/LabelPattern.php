<?php

namespace Drupal\sw_base\Model;

/**
 * What a row is called, made of several of its fields: `{first_name} {last_name}`.
 */
final class LabelPattern {

  /**
   * The pattern with each `{field}` replaced by its value; empty ones vanish with the blanks around them.
   *
   * @param callable(string): string $value_of
   *   The text of a field.
   *
   * @return string
   *   Empty where all fields are.
   */
  public static function fill(string $pattern, callable $value_of): string {
    $values = [];
    foreach (self::fields($pattern) as $name) {
      $values[$name] = $value_of($name);
      if ($values[$name] === '') {
        $pattern = preg_replace('/\s*\{' . $name . '\}\s*/', ' ', $pattern);
      }
    }
    if (implode('', $values) === '') {
      return '';
    }
    return preg_replace_callback('/\{(\w+)\}/', fn (array $match) => $values[$match[1]], trim($pattern));
  }

  /**
   * @return list<string>
   *   The fields that a pattern names.
   */
  public static function fields(string $pattern): array {
    preg_match_all('/\{(\w+)\}/', $pattern, $matches);
    return array_values(array_unique($matches[1]));
  }

}
