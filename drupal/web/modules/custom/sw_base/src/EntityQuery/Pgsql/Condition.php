<?php

namespace Drupal\sw_base\EntityQuery\Pgsql;

use Drupal\Core\Entity\Query\Sql\pgsql\Condition as CoreCondition;
use Drupal\sw_base\EntityQuery\ComparesNumbers;

/**
 * Conditions on PostgreSQL.
 */
final class Condition extends CoreCondition {

  use ComparesNumbers;

}
