<?php

namespace Drupal\sw_base\EntityQuery\Mysql;

use Drupal\Core\Entity\Query\Sql\Query as CoreQuery;
use Drupal\sw_base\EntityQuery\SortsWords;

/**
 * Queries on MySQL and MariaDB.
 */
final class Query extends CoreQuery {

  use SortsWords;

}
