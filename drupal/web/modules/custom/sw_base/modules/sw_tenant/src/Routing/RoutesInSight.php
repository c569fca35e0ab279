<?php

namespace Drupal\sw_tenant\Routing;

use Drupal\Core\Routing\FilterInterface;
use Drupal\jsonapi\Routing\Routes;
use Drupal\sw_base\Access\ModelInSight;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\Routing\Exception\ResourceNotFoundException;
use Symfony\Component\Routing\Route;
use Symfony\Component\Routing\RouteCollection;

/**
 * Routes of types and fields that don't exist for the user don't match.
 */
final class RoutesInSight implements FilterInterface {

  public function __construct(private readonly ModelInSight $inSight) {}

  /**
   * {@inheritdoc}
   */
  public function filter(RouteCollection $collection, Request $request) {
    if ($this->inSight->isWhole()) {
      return $collection;
    }
    $open = clone $collection;
    foreach ($collection->all() as $name => $route) {
      $this->exists($name, $route) || $open->remove($name);
    }
    if (count($open) === 0) {
      throw new ResourceNotFoundException();
    }
    return $open;
  }

  /**
   * Whether the route is of a type, and a field, that exist.
   */
  private function exists(string $name, Route $route): bool {
    $resource_type = $route->getDefault(Routes::RESOURCE_TYPE_KEY);
    if (is_string($resource_type)) {
      [$entity_type_id] = explode('--', $resource_type);
      $related = $route->getDefault('related');
      return $this->inSight->hasType($entity_type_id) && (!is_string($related) || $this->inSight->hasField($entity_type_id, $related));
    }
    return !preg_match('/^entity\.(\w+)\./', $name, $match) || $this->inSight->hasType($match[1]);
  }

}
