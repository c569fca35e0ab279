<?php

namespace Drupal\sw_base\EntityQuery\Sqlite;

use Drupal\Core\Database\Query\SelectInterface;
use Drupal\Core\Entity\Query\Sql\Condition as CoreCondition;

/**
 * Conditions on SQLite.
 */
final class Condition extends CoreCondition {

  /**
   * {@inheritdoc}
   *
   * The collation of Drupal's columns knows the case of every letter, and the
   * indexes; LIKE, which core takes for equality, knows neither.
   */
  public static function translateCondition(&$condition, SelectInterface $sql_query, $case_sensitive) {
    $is_equality = in_array($condition['operator'] ?: '=', ['=', '<>'], TRUE);
    parent::translateCondition($condition, $sql_query, $is_equality ? NULL : $case_sensitive);
  }

}
