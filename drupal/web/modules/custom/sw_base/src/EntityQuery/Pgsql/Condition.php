<?php

namespace Drupal\sw_base\EntityQuery\Pgsql;

use Drupal\Core\Database\Query\SelectInterface;
use Drupal\Core\Entity\Query\Sql\pgsql\Condition as CoreCondition;
use Drupal\sw_base\EntityQuery\ComparesNumbers;

/**
 * Conditions on PostgreSQL.
 */
final class Condition extends CoreCondition {

  use ComparesNumbers {
    translateCondition as translateNumbers;
  }

  /**
   * {@inheritdoc}
   */
  public static function translateCondition(&$condition, SelectInterface $sql_query, $case_sensitive) {
    // Core's way of comparing one value reads the whole table; its way of comparing several can use an index, and ids
    // have one.
    if ($case_sensitive === FALSE && is_string($condition['value']) && in_array($condition['operator'], [NULL, '='], TRUE) && str_ends_with((string) $condition['real_field'], '.uuid')) {
      $condition['value'] = [$condition['value']];
      $condition['operator'] = 'IN';
    }
    self::translateNumbers($condition, $sql_query, $case_sensitive);
  }

}
