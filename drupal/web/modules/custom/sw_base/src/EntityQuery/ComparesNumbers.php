<?php

namespace Drupal\sw_base\EntityQuery;

use Drupal\Core\Database\Query\SelectInterface;

/**
 * Compares numbers with numbers only: a word is equal to none, and above all.
 *
 * PostgreSQL would refuse such a query, and MySQL would take the word for 0.
 */
trait ComparesNumbers {

  /**
   * {@inheritdoc}
   */
  public static function translateCondition(&$condition, SelectInterface $sql_query, $case_sensitive) {
    if (ComparesTexts::translate($condition, $sql_query)) {
      return;
    }
    $kind = self::kindOf((string) $condition['real_field'], $sql_query);
    self::storeTimes($condition, $kind);
    $operator = strtoupper($condition['operator'] ?: (is_array($condition['value']) ? 'IN' : '='));
    if ($kind !== NULL && preg_match('/^(=|<>|<=?|>=?|(NOT )?(IN|BETWEEN))$/D', $operator)) {
      self::compareNumber($condition, $kind, $operator);
      return;
    }
    parent::translateCondition($condition, $sql_query, $case_sensitive);
  }

  /**
   * Times are compared as the seconds that are stored.
   *
   * @param array<string, mixed> $condition
   *   The condition, altered in place.
   */
  private static function storeTimes(array &$condition, ?NumberKind $kind): void {
    if ($kind === NumberKind::Time) {
      $condition['value'] = is_array($condition['value']) ? array_map(NumberKind::seconds(...), $condition['value']) : NumberKind::seconds($condition['value']);
    }
  }

  /**
   * What a column holds, given as alias and name.
   */
  private static function kindOf(string $real_field, SelectInterface $sql_query): ?NumberKind {
    [$alias, $column] = array_pad(explode('.', $real_field, 2), 2, '');
    $table = $sql_query->getTables()[$alias]['table'] ?? NULL;
    return is_string($table) ? ModelColumns::kind(\Drupal::service('sw_base.model')->get(), $table, $column) : NULL;
  }

  /**
   * Replaces what databases disagree about; plain numbers stay as they are.
   *
   * @param array<string, mixed> $condition
   *   The condition, altered in place.
   */
  private static function compareNumber(array &$condition, NumberKind $kind, string $operator): void {
    if ($operator === 'IN' || $operator === 'NOT IN') {
      // What the column can't hold is equal to nothing in it.
      $condition['value'] = array_values(array_filter((array) $condition['value'], $kind->accepts(...)));
      $condition['value'] === [] && self::constant($condition, $operator === 'NOT IN');
      return;
    }
    $values = (array) $condition['value'];
    if (array_filter($values, fn (mixed $value) => !NumberKind::isNumber($value)) !== []) {
      self::constant($condition, in_array($operator, ['<>', '<', '<=', 'NOT BETWEEN'], TRUE));
    }
    elseif (array_filter($values, fn (mixed $value) => !$kind->accepts($value)) !== []) {
      self::widened($condition, $operator, array_values($values));
    }
  }

  /**
   * Every value or none.
   *
   * @param array<string, mixed> $condition
   *   The condition, altered in place.
   */
  private static function constant(array &$condition, bool $every): void {
    $condition['where'] = $every ? "[{$condition['real_field']}] IS NOT NULL" : '1 = 0';
    $condition['where'] = str_replace('.', '].[', $condition['where']);
    $condition['where_args'] = [];
  }

  /**
   * An integer column beside a number that is none, or too large for it.
   *
   * @param array<string, mixed> $condition
   *   The condition, altered in place.
   * @param list<mixed> $values
   *   One value, or two bounds.
   */
  private static function widened(array &$condition, string $operator, array $values): void {
    $field = 'CAST([' . str_replace('.', '].[', $condition['real_field']) . '] AS DECIMAL(65, 10))';
    $name = ':sw_number_' . hash('xxh32', serialize([$condition['real_field'], $operator, $values]));
    $condition['where'] = "$field $operator CAST({$name}_0 AS DECIMAL(65, 10))" . (isset($values[1]) ? " AND CAST({$name}_1 AS DECIMAL(65, 10))" : '');
    $condition['where_args'] = ["{$name}_0" => $values[0]] + (isset($values[1]) ? ["{$name}_1" => $values[1]] : []);
  }

}
