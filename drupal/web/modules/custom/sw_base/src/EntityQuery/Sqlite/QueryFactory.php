<?php

namespace Drupal\sw_base\EntityQuery\Sqlite;

use Drupal\Core\Entity\Query\Sql\QueryFactory as CoreQueryFactory;

/**
 * Makes core find the conditions beside this class on SQLite.
 */
final class QueryFactory extends CoreQueryFactory {}
