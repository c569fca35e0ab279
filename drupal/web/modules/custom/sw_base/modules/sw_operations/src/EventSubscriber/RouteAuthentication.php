<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Routing\RouteSubscriberBase;
use Symfony\Component\Routing\RouteCollection;

/**
 * Lets callers without a session fetch the files that JSON:API names.
 */
final class RouteAuthentication extends RouteSubscriberBase {

  /**
   * {@inheritdoc}
   */
  protected function alterRoutes(RouteCollection $collection) {
    foreach (['system.files', 'system.private_file_download'] as $name) {
      $collection->get($name)?->setOption('_auth', ['basic_auth', 'cookie']);
    }
  }

}
