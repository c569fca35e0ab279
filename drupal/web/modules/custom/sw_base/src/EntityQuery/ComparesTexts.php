<?php

namespace Drupal\sw_base\EntityQuery;

use Drupal\Core\Database\Query\SelectInterface;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Text\TextFolding;

/**
 * Compares texts with what the person typed, both in the form in which they are stored.
 */
final class ComparesTexts {

  private const AROUND = [
    'STARTS_WITH' => ['', '%'],
    'CONTAINS' => ['%', '%'],
    'ENDS_WITH' => ['%', ''],
  ];

  /**
   * Normalises what a condition compares.
   *
   * @param array<string, mixed> $condition
   *   The condition, altered in place.
   * @param \Drupal\Core\Database\Query\SelectInterface $sql_query
   *   The query.
   *
   * @return bool
   *   Whether the condition is translated and nobody else has to.
   */
  public static function translate(array &$condition, SelectInterface $sql_query): bool {
    $real_field = (string) $condition['real_field'];
    $field = self::field($real_field, $sql_query);
    if ($field === NULL) {
      return FALSE;
    }
    /** @var \Drupal\sw_base\Text\Normaliser $normaliser */
    $normaliser = \Drupal::service('sw_base.normaliser');
    $normal = fn (mixed $value) => is_string($value) ? $normaliser->text($field, $value, $normaliser->country(...)) : $value;
    $operator = strtoupper((string) $condition['operator']);
    if (!isset(self::AROUND[$operator]) || !is_string($condition['value'])) {
      $condition['value'] = is_array($condition['value']) ? array_map($normal, $condition['value']) : $normal($condition['value']);
      return FALSE;
    }
    [$before, $after] = self::AROUND[$operator];
    $parts = $normaliser->parts($field, $condition['value'], $operator === 'STARTS_WITH');
    $folded = self::folded($real_field, $sql_query);
    $driver = $sql_query->getConnection()->driver();
    $like = ($folded ?? self::quoted($real_field)) . ($driver === 'pgsql' && $folded === NULL ? '::text ILIKE ' : ' LIKE ');
    $where = $arguments = [];
    foreach ($parts as $part) {
      $name = ':sw_text_' . hash('xxh32', serialize([$real_field, $operator, $part]));
      $where[] = $like . $name . ($driver === 'sqlite' ? " ESCAPE '\\'" : '');
      $arguments[$name] = $before . $sql_query->escapeLike($folded === NULL ? $part : TextFolding::fold($part)) . $after;
    }
    $condition['where'] = '(' . implode(' OR ', $where) . ')';
    $condition['where_args'] = $arguments;
    return TRUE;
  }

  /**
   * The folded words of a column, given as alias and name; NULL where it holds none.
   */
  public static function folded(string $real_field, SelectInterface $sql_query): ?string {
    return self::field($real_field, $sql_query)?->isFolded() && ModelColumns::isWritten(\Drupal::service('sw_base.model')->get(), self::table($real_field, $sql_query) ?? '')
      ? TextFolding::expression($sql_query->getConnection(), self::quoted($real_field))
      : NULL;
  }

  /**
   * The text field of a column.
   */
  private static function field(string $real_field, SelectInterface $sql_query): ?ModelField {
    $table = self::table($real_field, $sql_query);
    return $table === NULL ? NULL : ModelColumns::textField(\Drupal::service('sw_base.model')->get(), $table, explode('.', $real_field, 2)[1] ?? '');
  }

  /**
   * The table that a column's alias stands for.
   */
  private static function table(string $real_field, SelectInterface $sql_query): ?string {
    $table = $sql_query->getTables()[explode('.', $real_field, 2)[0]]['table'] ?? NULL;
    return is_string($table) ? $table : NULL;
  }

  /**
   * The column in an expression.
   */
  private static function quoted(string $real_field): string {
    return '[' . str_replace('.', '].[', $real_field) . ']';
  }

}
