<?php

namespace Drupal\sw_operations;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\sw_operations\Controller\ModelEntityResource;
use Drupal\sw_operations\JsonApi\QueryableFields;

/**
 * Puts our own in the place of JSON:API's controller and reader of paths.
 */
final class SwOperationsServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    if ($container->hasDefinition('jsonapi.entity_resource')) {
      $container->getDefinition('jsonapi.entity_resource')->setClass(ModelEntityResource::class);
      $container->getDefinition('jsonapi.field_resolver')->setClass(QueryableFields::class);
    }
  }

}
