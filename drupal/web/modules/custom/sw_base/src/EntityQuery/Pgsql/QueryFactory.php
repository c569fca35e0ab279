<?php

namespace Drupal\sw_base\EntityQuery\Pgsql;

use Drupal\Core\Entity\Query\Sql\pgsql\QueryFactory as CoreQueryFactory;

/**
 * Makes core find the conditions beside this class on PostgreSQL.
 */
final class QueryFactory extends CoreQueryFactory {}
