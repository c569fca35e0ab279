<?php

namespace Drupal\sw_base\Routing;

use Drupal\sw_base\Controller\HistoryController;
use Drupal\sw_base\Controller\OverviewController;
use Drupal\sw_base\Entity\EntityTypeBuilder;
use Drupal\sw_base\Form\BulkConfirmForm;
use Symfony\Component\Routing\Route;

/**
 * The pages of each type beside those of its rows, and each row's history.
 *
 * Settings, where Field UI hangs its own pages, and actions on many rows.
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
        [
          '_controller' => OverviewController::class . '::settings',
          '_title_callback' => OverviewController::class . '::settingsTitle',
          'type_name' => $type->name,
        ],
        ['_permission' => 'administer site configuration'],
        ['_admin_route' => TRUE],
      );
      $collection = '/admin/softwhere/' . str_replace('_', '-', preg_replace('/^sw_/', '', $type->name));
      if ($type->writable) {
        $routes["sw_base.bulk.$type->name"] = new Route(
          "$collection/bulk",
          ['_form' => BulkConfirmForm::class, 'type_name' => $type->name],
          ['_permission' => EntityTypeBuilder::build($type)->get('collection_permission')],
          ['_admin_route' => TRUE],
        );
        $routes["entity.$type->name.history"] = new Route(
          "$collection/{{$type->name}}/history",
          [
            '_controller' => HistoryController::class . '::history',
            '_title_callback' => HistoryController::class . '::title',
            'type_name' => $type->name,
          ],
          ['_custom_access' => HistoryController::class . '::access'],
          ['_admin_route' => TRUE, 'parameters' => [$type->name => ['type' => "entity:$type->name"]]],
        );
        $routes["entity.$type->name.history"]->setRequirement($type->name, '\d+');
      }
    }
    return $routes;
  }

}
