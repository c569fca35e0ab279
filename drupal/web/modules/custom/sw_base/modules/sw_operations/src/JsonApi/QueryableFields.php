<?php

namespace Drupal\sw_operations\JsonApi;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Http\Exception\CacheableAccessDeniedHttpException;
use Drupal\Core\Http\Exception\CacheableBadRequestHttpException;
use Drupal\jsonapi\Context\FieldResolver;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\jsonapi\ResourceType\ResourceTypeRelationship;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

/**
 * Refuses paths that end at JSON, which databases don't compare alike, and leads those through files to their column.
 */
final class QueryableFields extends FieldResolver {

  private const LABEL_OF_USERS = 'display_name';

  /**
   * {@inheritdoc}
   */
  public function resolveInternalEntityQueryPath(ResourceType $resource_type, $external_field_name, $operator = NULL) {
    $this->requirePublicNames($resource_type, $external_field_name);
    try {
      $path = parent::resolveInternalEntityQueryPath($resource_type, $external_field_name, $operator);
    }
    catch (HttpExceptionInterface $exception) {
      throw $this->asKnownOutside($exception);
    }
    $entity_type_id = $resource_type->getEntityTypeId();
    $steps = explode('.', $external_field_name);
    foreach ($steps as $index => $step) {
      $definition = $this->fieldManager->getFieldStorageDefinitions($entity_type_id)[$step] ?? NULL;
      $rest = array_slice($steps, $index + 1);
      if ($definition?->getSetting('target_type') && count($rest) === 1 && preg_match('/^entity(:|$)/', $rest[0])) {
        throw $this->refusal("Invalid nested filtering. The field `$step`, given in the path `$external_field_name` is incomplete, it must end with one of the following specifiers: `id`, `meta.drupal_internal__target_id`.");
      }
      if ($definition?->getType() === 'file_uri' && $rest === ['url']) {
        // It is computed from the other.
        throw $this->refusal("Invalid nested filtering. The property `url`, given in the path `$external_field_name`, does not exist. Must be one of the following property names: `value`.");
      }
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
   * Core's refusal, without what only the entity query and the row of a file know.
   */
  private function asKnownOutside(HttpExceptionInterface $exception): HttpExceptionInterface {
    $message = (string) preg_replace('/\.entity(:\w+)?(?=\.)/', '', $exception->getMessage());
    return match (TRUE) {
      $exception instanceof CacheableAccessDeniedHttpException => new CacheableAccessDeniedHttpException($exception, $message),
      $exception instanceof CacheableBadRequestHttpException => new CacheableBadRequestHttpException($exception, str_replace(', `meta.display`, `meta.description`', '', $exception->getMessage())),
      default => $exception,
    };
  }

  /**
   * Throws where a step is a name inside of Drupal only, or the computed label of a person.
   */
  private function requirePublicNames(ResourceType $resource_type, string $path): void {
    foreach (explode('.', $path) as $step) {
      if (in_array($step, ['id', 'meta', 'drupal_internal__target_id'], TRUE)) {
        return;
      }
      if (ctype_digit($step) || preg_match('/^entity(:|$)/', $step)) {
        continue;
      }
      $field = $resource_type->getFieldByPublicName($step);
      if (!$field?->isFieldEnabled() || $step === self::LABEL_OF_USERS) {
        throw $this->refusal("Invalid nested filtering. The field `$step`, given in the path `$path`, does not exist.");
      }
      $targets = $field instanceof ResourceTypeRelationship ? $field->getRelatableResourceTypes() : [];
      if ($targets === []) {
        return;
      }
      $resource_type = reset($targets);
    }
  }

  /**
   * The answer to a path that can't be followed.
   */
  private function refusal(string $sentence): CacheableBadRequestHttpException {
    return new CacheableBadRequestHttpException((new CacheableMetadata())->addCacheContexts(['url.query_args']), $sentence);
  }

}
