<?php

namespace Drupal\sw_base\EntityQuery\Mysql;

use Drupal\Core\Entity\Query\Sql\Condition as CoreCondition;
use Drupal\sw_base\EntityQuery\ComparesNumbers;

/**
 * Conditions on MySQL and MariaDB.
 */
final class Condition extends CoreCondition {

  use ComparesNumbers;

}
