<?php

namespace Drupal\sw_operations;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\sw_operations\Controller\ModelEntityResource;

/**
 * Puts our controller in the place of JSON:API's.
 */
final class SwOperationsServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    if ($container->hasDefinition('jsonapi.entity_resource')) {
      $container->getDefinition('jsonapi.entity_resource')->setClass(ModelEntityResource::class);
    }
  }

}
