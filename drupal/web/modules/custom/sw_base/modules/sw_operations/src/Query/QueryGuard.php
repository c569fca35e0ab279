<?php

namespace Drupal\sw_operations\Query;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Entity\Query\QueryInterface;
use Drupal\jsonapi\Access\TemporaryQueryGuard;
use Drupal\jsonapi\Query\EntityConditionGroup;
use Drupal\jsonapi\Query\Filter;

/**
 * Core's rights over what filters lead through.
 *
 * For accounts and files core adds rules of its own: not the anonymous one, only
 * public files and one's own. Which of them exist for whom is the tenant scope's
 * business here, and core's rules lose the rows whose reference is empty.
 */
final class QueryGuard extends TemporaryQueryGuard {

  /**
   * Adds the rights to the query that has the filter.
   */
  public static function guard(Filter $filter, QueryInterface $query, CacheableMetadata $cacheability): void {
    self::setFieldManager(\Drupal::service('entity_field.manager'));
    self::setModuleHandler(\Drupal::moduleHandler());
    self::applyAccessControls($filter, $query, $cacheability);
  }

  /**
   * {@inheritdoc}
   */
  protected static function getAccessCondition($entity_type_id, CacheableMetadata $cacheability) {
    if (!in_array($entity_type_id, ['user', 'file'], TRUE)) {
      return parent::getAccessCondition($entity_type_id, $cacheability);
    }
    $entity_type = \Drupal::entityTypeManager()->getDefinition($entity_type_id);
    $condition = self::getAccessConditionForKnownSubsets($entity_type, \Drupal::currentUser(), $cacheability);
    return $condition === NULL || $condition instanceof EntityConditionGroup ? $condition : new EntityConditionGroup('AND', [$condition]);
  }

}
