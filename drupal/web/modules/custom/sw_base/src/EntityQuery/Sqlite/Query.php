<?php

namespace Drupal\sw_base\EntityQuery\Sqlite;

use Drupal\Core\Entity\Query\Sql\Query as CoreQuery;
use Drupal\sw_base\EntityQuery\SortsWords;

/**
 * Queries on SQLite.
 */
final class Query extends CoreQuery {

  use SortsWords;

}
