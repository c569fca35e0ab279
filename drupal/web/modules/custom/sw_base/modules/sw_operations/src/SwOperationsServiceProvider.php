<?php

namespace Drupal\sw_operations;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\sw_operations\Cache\FreshNormalizations;
use Drupal\sw_operations\Controller\ModelEntityResource;
use Drupal\sw_operations\JsonApi\QueryableFields;
use Symfony\Component\DependencyInjection\Reference;

/**
 * Puts our own in the place of JSON:API's controller, reader of paths and cache of rows.
 */
final class SwOperationsServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    if ($container->hasDefinition('jsonapi.entity_resource')) {
      $container->getDefinition('jsonapi.entity_resource')->setClass(ModelEntityResource::class);
      $container->getDefinition('jsonapi.field_resolver')->setClass(QueryableFields::class);
      $container->getDefinition('jsonapi.normalization_cacher')
        ->setClass(FreshNormalizations::class)
        ->addMethodCall('setTagCounts', [new Reference('sw_operations.tag_counts')]);
    }
  }

}
