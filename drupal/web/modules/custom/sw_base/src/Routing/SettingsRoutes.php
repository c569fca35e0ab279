<?php

namespace Drupal\sw_base\Routing;

use Drupal\sw_base\Controller\OverviewController;
use Symfony\Component\Routing\Route;

/**
 * One settings page per type: Field UI hangs its pages on it.
 */
final class SettingsRoutes {

  /**
   * Route callback.
   *
   * @return array<string, \Symfony\Component\Routing\Route>
   *   Routes by name.
   */
  public static function routes(): array {
    $routes = [];
    foreach (\Drupal::service('sw_base.model')->get()->types as $type) {
      $path = '/admin/softwhere/settings/' . str_replace('_', '-', preg_replace('/^sw_/', '', $type->name));
      $routes["sw_base.settings.$type->name"] = new Route(
        $path,
        ['_controller' => OverviewController::class . '::settings', '_title' => $type->label['en'], 'type_name' => $type->name],
        ['_permission' => 'administer site configuration'],
        ['_admin_route' => TRUE],
      );
    }
    return $routes;
  }

}
