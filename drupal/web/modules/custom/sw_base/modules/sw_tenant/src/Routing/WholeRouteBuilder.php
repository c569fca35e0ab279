<?php

namespace Drupal\sw_tenant\Routing;

use Drupal\Core\Routing\RouteBuilder;

/**
 * Builds the routes for everybody, whoever it is that has them built.
 */
final class WholeRouteBuilder extends RouteBuilder {

  /**
   * {@inheritdoc}
   */
  public function rebuild() {
    return \Drupal::service('sw_base.system_scope')->run(fn () => parent::rebuild());
  }

}
