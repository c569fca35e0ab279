<?php

namespace Drupal\sw_base;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\DependencyInjection\ServiceModifierInterface;
use Drupal\Core\Flood\DatabaseBackend;
use Drupal\sw_base\Password\ExactPassword;
use Drupal\sw_base\SignIn\ExactFlood;
use Drupal\sw_base\SignIn\LimitedSessions;
use Drupal\sw_base\SignIn\SteadyAuthentication;
use Symfony\Component\DependencyInjection\Reference;

/**
 * Puts our own in the place of core's services for signing in.
 */
final class SwBaseServiceProvider implements ServiceModifierInterface {

  /**
   * {@inheritdoc}
   */
  public function alter(ContainerBuilder $container) {
    $container->getDefinition('password')->setClass(ExactPassword::class);
    $flood = $container->getDefinition('flood');
    // Another store, such as that of core's own tests, counts as it does.
    if ($flood->getClass() === DatabaseBackend::class) {
      $flood->setClass(ExactFlood::class)->addArgument(new Reference('lock'))->addTag('needs_destruction');
    }
    $container->setParameter('session.storage.options', [
      'cookie_lifetime' => LimitedSessions::ABSOLUTE_SECONDS,
      'gc_maxlifetime' => LimitedSessions::IDLE_SECONDS,
    ] + (array) $container->getParameter('session.storage.options'));
    $container->getDefinition('user.auth')
      ->setClass(SteadyAuthentication::class)
      ->addArgument(new Reference('flood'))
      ->addArgument(new Reference('request_stack'))
      ->addArgument(new Reference('config.factory'));
  }

}
