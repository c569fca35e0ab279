<?php

namespace Drupal\sw_operations\Query;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * The order or sum of values says something about them: every type on the path must be viewable.
 *
 * Core asks this of filters only; the fields' own rights it asks everywhere.
 */
final class PathRights {

  public function __construct(
    private readonly TypeAccess $types,
    private readonly AccountInterface $currentUser,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly ModelInSight $inSight,
    private readonly EntityModelRepository $models,
  ) {}

  /**
   * Throws where a path leads to several values of one row: the row would count, and stand, once for each.
   */
  public function requireSingle(ResourceType $resource_type, string $path): void {
    $entity_type_id = $resource_type->getEntityTypeId();
    $steps = explode('.', $path);
    foreach ($steps as $index => $step) {
      $definition = $this->fieldManager->getFieldStorageDefinitions($entity_type_id)[$step] ?? NULL;
      if ($definition?->isMultiple() && !ctype_digit($steps[$index + 1] ?? '')) {
        throw new BadRequestHttpException("The path `$path` leads to several values; rows can't be sorted, grouped or summed by it.");
      }
      $entity_type_id = $definition?->getSetting('target_type') ?? $entity_type_id;
    }
  }

  /**
   * Throws unless the user may view each type that the path enters.
   */
  public function require(ResourceType $resource_type, string $path): void {
    $entity_type_id = $resource_type->getEntityTypeId();
    $steps = explode('.', $path);
    // Ids and meta belong to the row that refers, not to the target.
    foreach (array_slice($steps, 0, -1) as $index => $step) {
      $definition = $this->fieldManager->getFieldStorageDefinitions($entity_type_id)[$step] ?? NULL;
      $target = $definition?->getSetting('target_type');
      $exists = is_string($target) && $this->models->get()->covers($target) && $this->inSight->hasField($entity_type_id, $step) && $this->inSight->hasType($target);
      if (!$exists || in_array($steps[$index + 1], ['id', 'meta'], TRUE)) {
        return;
      }
      if (!$this->types->check($target, 'view', $this->currentUser)->isAllowed()) {
        throw new EntityAccessDeniedHttpException(NULL, AccessResult::forbidden(), '/data', "The current user is not authorized to filter by the `$path` field.");
      }
      $entity_type_id = $target;
    }
  }

}
