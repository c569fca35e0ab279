<?php

namespace Drupal\sw_tenant;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\sw_tenant\JsonApi\ResourceTypesInSight;
use Drupal\sw_tenant\JsonApi\ScopedIncludeResolver;
use Drupal\sw_tenant\Routing\WholeRouteBuilder;

/**
 * Puts what knows the tenants in the place of core's own.
 */
final class SwTenantServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    if ($container->hasDefinition('jsonapi.include_resolver')) {
      $container->getDefinition('jsonapi.include_resolver')->setClass(ScopedIncludeResolver::class);
      $container->getDefinition('jsonapi.resource_type.repository')->setClass(ResourceTypesInSight::class);
      // Core's proxy for it is of core's class.
      $container->getDefinition('router.builder')->setClass(WholeRouteBuilder::class)->setLazy(FALSE);
    }
  }

}
