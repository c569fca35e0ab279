<?php

namespace Drupal\sw_base;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\sw_base\Password\ExactPassword;

/**
 * Puts our own in the place of core's services for signing in.
 */
final class SwBaseServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    $container->getDefinition('password')->setClass(ExactPassword::class);
  }

}
