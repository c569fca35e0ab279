<?php

namespace Drupal\sw_base\EntityQuery\Mysql;

use Drupal\Core\Entity\Query\Sql\QueryFactory as CoreQueryFactory;

/**
 * Makes core find the conditions beside this class on MySQL and MariaDB.
 */
final class QueryFactory extends CoreQueryFactory {}
