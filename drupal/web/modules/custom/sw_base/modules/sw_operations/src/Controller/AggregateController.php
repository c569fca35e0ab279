<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_operations\Query\AggregateQuery;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

/**
 * Counts and sums over a collection.
 */
final class AggregateController implements ContainerInjectionInterface {

  public function __construct(
    private readonly ResourceTypeRepositoryInterface $resourceTypes,
    private readonly TypeAccess $typeAccess,
    private readonly AccountInterface $currentUser,
    private readonly AggregateQuery $aggregates,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self(
      $container->get('jsonapi.resource_type.repository'),
      $container->get('sw_base.type_access'),
      $container->get('current_user'),
      $container->get('sw_operations.aggregates'),
    );
  }

  /**
   * Answers the aggregate route.
   */
  public function handle(Request $request, string $entity_type_id): Response {
    $resource_type = $this->resourceTypes->get($entity_type_id, $entity_type_id);
    if ($resource_type === NULL || $resource_type->isInternal()) {
      throw new NotFoundHttpException('The entity type does not exist.');
    }
    $access = $this->typeAccess->check($entity_type_id, 'view', $this->currentUser);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
    $filter = $request->query->has('filter') ? $request->query->all('filter') : NULL;
    $groups = $this->aggregates->groups($resource_type, $filter, $this->paths($request, 'groupBy'), $this->paths($request, 'sumOf'));
    return Envelope::ofMeta([
      'groups' => array_map(fn (array $group) => [
        'keys' => (object) $group['keys'],
        'count' => $group['count'],
        'sums' => (object) $group['sums'],
      ], $groups),
    ]);
  }

  /**
   * @return list<string>
   *   The paths of a comma separated parameter.
   */
  private function paths(Request $request, string $name): array {
    $value = $request->query->all()[$name] ?? '';
    if (!is_string($value)) {
      throw new BadRequestHttpException("The $name parameter must be a comma separated list.");
    }
    $paths = $value === '' ? [] : explode(',', $value);
    if (in_array('', $paths, TRUE) || count($paths) !== count(array_unique($paths))) {
      throw new BadRequestHttpException("The $name parameter must be a list of different paths.");
    }
    return $paths;
  }

}
