<?php

namespace Drupal\sw_operations\JsonApi;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Http\Exception\CacheableBadRequestHttpException;
use Drupal\jsonapi\Context\FieldResolver;
use Drupal\jsonapi\ResourceType\ResourceType;

/**
 * Refuses paths that end at JSON, which databases don't compare alike, and leads those through files to their column.
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
      if ($definition?->getType() === 'file') {
        if (preg_match("/(?:^|\\.)$step\\.meta\\.(display|description)(?:\\.|$)/", $external_field_name, $match)) {
          throw $this->refusal("Invalid nested filtering. The field `$match[1]`, given in the path `$external_field_name`, does not exist.");
        }
        // Core looks for one column of that name, but a file's field has several.
        $path = preg_replace("/(^|\\.)$step\\.entity:file\\./", "$1$step.target_id.entity:file.", $path);
      }
      if ($definition?->getType() === 'sw_json') {
        throw $this->refusal("The field `$step`, given in the path `$external_field_name`, holds JSON: rows can't be filtered, sorted or grouped by it.");
      }
      $entity_type_id = $definition?->getSetting('target_type') ?? $entity_type_id;
    }
    return $path;
  }

  /**
   * The answer to a path that can't be followed.
   */
  private function refusal(string $sentence): CacheableBadRequestHttpException {
    return new CacheableBadRequestHttpException((new CacheableMetadata())->addCacheContexts(['url.query_args']), $sentence);
  }

}
