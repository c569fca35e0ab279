<?php

namespace Drupal\sw_base\EntityQuery\Pgsql;

use Drupal\Core\Entity\Query\Sql\Query as CoreQuery;
use Drupal\sw_base\EntityQuery\SortsWords;

/**
 * Queries on PostgreSQL.
 */
final class Query extends CoreQuery {

  use SortsWords;

}
