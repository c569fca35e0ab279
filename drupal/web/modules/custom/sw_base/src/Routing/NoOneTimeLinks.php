<?php

namespace Drupal\sw_base\Routing;

use Drupal\Core\Routing\RouteSubscriberBase;
use Symfony\Component\Routing\RouteCollection;

/**
 * Closes core's own way to a new password: links that live a day, mailed from wherever Drupal can send mail.
 *
 * Ours is the one that is limited, told and tested (`POST /password-reset`).
 */
final class NoOneTimeLinks extends RouteSubscriberBase {

  private const ROUTES = ['user.pass', 'user.pass.http', 'user.reset', 'user.reset.form', 'user.reset.login'];

  /**
   * {@inheritdoc}
   */
  protected function alterRoutes(RouteCollection $collection) {
    foreach (self::ROUTES as $name) {
      $collection->get($name)?->setRequirements(['_access' => 'FALSE']);
    }
  }

}
