<?php

namespace Drupal\sw_operations\Validation;

use Drupal\Core\Entity\EntityConstraintViolationList;
use Drupal\Core\Entity\EntityRepositoryInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\jsonapi\Exception\UnprocessableHttpEntityException;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;
use Symfony\Component\Validator\ConstraintViolation;

/**
 * Refuses targets of a type that the relationship doesn't lead to.
 *
 * Core takes such a target's number for the number of a row of the right type.
 */
final class LinkageTypes {

  public function __construct(
    private readonly ResourceTypeRepositoryInterface $resourceTypes,
    private readonly EntityRepositoryInterface $entityRepository,
    private readonly EntityTypeManagerInterface $entityTypeManager,
  ) {}

  /**
   * Checks every relationship of a well-formed document.
   *
   * @param array<string, mixed> $document
   *   The document.
   */
  public function check(ResourceType $resource_type, array $document): void {
    $relatable = $resource_type->getRelatableResourceTypes();
    foreach ($document['data']['relationships'] ?? [] as $name => $relationship) {
      $linkage = $relationship['data'] ?? [];
      if (!isset($relatable[$name]) || $linkage === []) {
        continue;
      }
      $names = array_map(fn (ResourceType $target) => $target->getTypeName(), $relatable[$name]);
      foreach (array_is_list($linkage) ? $linkage : [$linkage] as $delta => $identifier) {
        if (!in_array($identifier['type'], $names, TRUE)) {
          $this->refuse($resource_type, (string) $name, $delta, $identifier);
        }
      }
    }
  }

  /**
   * Missing targets and unknown types are left to core, which words them.
   */
  private function refuse(ResourceType $resource_type, string $name, int $delta, array $identifier): void {
    $target_type = $this->resourceTypes->getByTypeName($identifier['type']);
    $target = $target_type ? $this->entityRepository->loadEntityByUuid($target_type->getEntityTypeId(), $identifier['id']) : NULL;
    if ($target === NULL) {
      return;
    }
    $field = $resource_type->getInternalName($name);
    $entity = $this->entityTypeManager->getStorage($resource_type->getEntityTypeId())->create();
    if (!$entity instanceof FieldableEntityInterface) {
      return;
    }
    $message = "This entity ({$target->getEntityTypeId()}: {$target->id()}) cannot be referenced.";
    $exception = new UnprocessableHttpEntityException();
    $exception->setViolations(new EntityConstraintViolationList($entity, [new ConstraintViolation($message, $message, [], $entity, "$field.$delta.target_id", NULL, NULL, 'not_referable')]));
    throw $exception;
  }

}
