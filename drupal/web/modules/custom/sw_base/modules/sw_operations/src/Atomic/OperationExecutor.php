<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Core\Access\AccessResultReasonInterface;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityRepositoryInterface;
use Drupal\jsonapi\Controller\EntityResource;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;
use Drupal\sw_operations\Response\Normalization;
use Drupal\sw_operations\Validation\VersionPrecondition;
use Drupal\user\UserInterface;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\Serializer\Normalizer\NormalizerInterface;

/**
 * Runs one operation with the code that a single request would run.
 */
final class OperationExecutor {

  public function __construct(
    private readonly EntityResource $controller,
    private readonly ResourceTypeRepositoryInterface $resourceTypes,
    private readonly EntityRepositoryInterface $entityRepository,
    private readonly NormalizerInterface $serializer,
    private readonly VersionPrecondition $precondition,
    private readonly OwnCreations $ownCreations,
    private readonly Removals $removals,
    private readonly AddedRows $rows,
  ) {}

  /**
   * @param array<string, mixed> $operation
   *   The operation, local ids replaced.
   * @param int $index
   *   Its place in the batch.
   * @param bool $minimal
   *   Whether the client wants ids and versions only.
   *
   * @return array<string, mixed>
   *   Its member of the results.
   */
  public function execute(array $operation, int $index, bool $minimal): array {
    if ($operation['op'] === 'add-rows') {
      $resource_type = $this->resourceType($operation['type'] ?? NULL);
      $this->requireCreate($resource_type, '');
      return ['meta' => ['rows' => $this->rows->add($resource_type, $operation)]];
    }
    $target = $operation['ref'] ?? $operation['data'] ?? NULL;
    $resource_type = $this->resourceType($target['type'] ?? NULL);
    if ($operation['op'] === 'add') {
      $response = $this->add($resource_type, $operation['data']);
      return $this->result($response->getResponseData()->getData()->toArray()[0], $minimal);
    }
    $entity = $this->entity($resource_type, $target['id'] ?? NULL);
    if ($operation['op'] === 'remove') {
      $this->remove($entity, $operation['ref']['meta'] ?? [], $index);
      return [];
    }
    $this->requireAccess($entity, 'update', 'PATCH');
    $data = $operation['data'] + ['id' => $entity->uuid()];
    $response = $this->controller->patchIndividual($resource_type, $entity, ResourceRequest::of('PATCH', $data));
    return $this->result($response->getResponseData()->getData()->toArray()[0], $minimal);
  }

  /**
   * @param array<string, mixed> $data
   *   The resource object.
   */
  private function add(ResourceType $resource_type, array $data) {
    $this->requireCreate($resource_type, '/data');
    return $this->controller->createIndividual($resource_type, ResourceRequest::of('POST', $data));
  }

  /**
   * Routes check this for single requests.
   */
  private function requireCreate(ResourceType $resource_type, string $pointer): void {
    $handler = \Drupal::entityTypeManager()->getAccessControlHandler($resource_type->getEntityTypeId());
    $access = $handler->createAccess($resource_type->getBundle(), NULL, [], TRUE);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, $pointer, $access instanceof AccessResultReasonInterface ? (string) $access->getReason() : '');
    }
  }

  /**
   * @param array<string, mixed> $meta
   *   What the reference says besides its target.
   */
  private function remove(ContentEntityInterface $entity, array $meta, int $index): void {
    $made = NULL;
    if (isset($meta['undo']) && !$entity instanceof UserInterface && !$entity->access('delete')) {
      $made = $this->ownCreations->version($entity, $meta['undo']);
    }
    if ($made === NULL) {
      $this->requireAccess($entity, 'delete', 'DELETE');
    }
    $this->precondition->check($entity, $made === NULL ? NULL : "\"$made\"", $meta['version'] ?? NULL);
    $this->controller->deleteIndividual($entity);
    if (($meta['leave_references'] ?? FALSE) !== TRUE) {
      $this->removals->add($index, $entity);
    }
  }

  /**
   * The resource type with that name.
   */
  private function resourceType(mixed $name): ResourceType {
    $resource_type = is_string($name) && str_contains($name, '--') ? $this->resourceTypes->getByTypeName($name) : NULL;
    if ($resource_type === NULL || $resource_type->isInternal()) {
      throw new BadRequestHttpException('The operation names a resource type that does not exist.');
    }
    return $resource_type;
  }

  /**
   * The row with that UUID, as far as it exists for the user.
   */
  private function entity(ResourceType $resource_type, mixed $uuid): ContentEntityInterface {
    $entity = is_string($uuid) ? $this->entityRepository->loadEntityByUuid($resource_type->getEntityTypeId(), $uuid) : NULL;
    if (!$entity instanceof ContentEntityInterface) {
      throw new NotFoundHttpException(sprintf('The resource identified by `%s:%s` could not be found.', $resource_type->getTypeName(), is_string($uuid) ? $uuid : ''));
    }
    return $entity;
  }

  /**
   * Routes check this for single requests.
   */
  private function requireAccess(ContentEntityInterface $entity, string $operation, string $method): void {
    $access = $entity->access($operation, NULL, TRUE);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException($entity, $access, '/data', "The current user is not allowed to $method the selected resource.");
    }
  }

  /**
   * @return array<string, mixed>
   *   The resource object, or what is left of it in a minimal answer.
   */
  private function result(mixed $resource_object, bool $minimal): array {
    if ($minimal) {
      $version = (int) $resource_object->getField('version')->value;
      return [
        'data' => [
          'type' => $resource_object->getTypeName(),
          'id' => $resource_object->getId(),
          'attributes' => ['version' => $version],
        ],
      ];
    }
    return ['data' => Normalization::of($this->serializer, $resource_object)];
  }

}
