<?php

namespace Drupal\sw_base\EntityQuery\Sqlite;

use Drupal\Core\Database\Query\SelectInterface;
use Drupal\Core\Entity\Query\Sql\Condition as CoreCondition;
use Drupal\sw_base\EntityQuery\ComparesNumbers;
use Drupal\sw_base\EntityQuery\ComparesTexts;

/**
 * Conditions on SQLite.
 */
final class Condition extends CoreCondition {

  use ComparesNumbers;

  /**
   * {@inheritdoc}
   *
   * The collation of Drupal's columns knows the case of every letter, and the
   * indexes; LIKE, which core takes for equality, knows neither.
   */
  public static function translateCondition(&$condition, SelectInterface $sql_query, $case_sensitive) {
    if (ComparesTexts::translate($condition, $sql_query)) {
      return;
    }
    $is_equality = in_array($condition['operator'] ?: '=', ['=', '<>'], TRUE);
    self::storeTimes($condition, self::kindOf((string) $condition['real_field'], $sql_query));
    parent::translateCondition($condition, $sql_query, $is_equality ? NULL : $case_sensitive);
  }

}
