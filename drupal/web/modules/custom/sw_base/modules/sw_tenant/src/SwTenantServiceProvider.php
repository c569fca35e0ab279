<?php

namespace Drupal\sw_tenant;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\sw_tenant\JsonApi\ScopedIncludeResolver;

/**
 * Puts our include resolver in the place of JSON:API's.
 */
final class SwTenantServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    if ($container->hasDefinition('jsonapi.include_resolver')) {
      $container->getDefinition('jsonapi.include_resolver')->setClass(ScopedIncludeResolver::class);
    }
  }

}
