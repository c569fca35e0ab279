<?php

namespace Drupal\sw_operations\JsonApi;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Http\Exception\CacheableBadRequestHttpException;
use Drupal\jsonapi\Context\FieldResolver;
use Drupal\jsonapi\ResourceType\ResourceType;

/**
 * Refuses paths that end at JSON: databases don't compare it alike.
 */
final class QueryableFields extends FieldResolver {

  /**
   * {@inheritdoc}
   */
  public function resolveInternalEntityQueryPath(ResourceType $resource_type, $external_field_name, $operator = NULL) {
    $path = parent::resolveInternalEntityQueryPath($resource_type, $external_field_name, $operator);
    $entity_type_id = $resource_type->getEntityTypeId();
    foreach (explode('.', $external_field_name) as $step) {
      $definition = $this->fieldManager->getFieldStorageDefinitions($entity_type_id)[$step] ?? NULL;
      if ($definition?->getType() === 'sw_json') {
        throw new CacheableBadRequestHttpException((new CacheableMetadata())->addCacheContexts(['url.query_args']), "The field `$step`, given in the path `$external_field_name`, holds JSON: rows can't be filtered, sorted or grouped by it.");
      }
      $entity_type_id = $definition?->getSetting('target_type') ?? $entity_type_id;
    }
    return $path;
  }

}
