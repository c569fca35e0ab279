<?php

namespace Drupal\sw_base\Routing;

use Drupal\Component\Plugin\Derivative\DeriverBase;
use Drupal\sw_base\Model\ModelLabel;

/**
 * The tabs of a row: view, edit, history.
 */
final class RowTasks extends DeriverBase {

  /**
   * {@inheritdoc}
   */
  public function getDerivativeDefinitions($base_plugin_definition) {
    foreach (\Drupal::service('sw_base.model')->get()->types as $type) {
      $base = "entity.$type->name.canonical";
      $tasks = ['view' => [t('View'), $base]];
      if ($type->writable) {
        $tasks['edit'] = [t('Edit'), "entity.$type->name.edit_form"];
        $tasks['history'] = [
          ModelLabel::fromArray(['fr' => 'Historique', 'en' => 'History']),
          "entity.$type->name.history",
        ];
        $tasks['delete'] = [t('Delete'), "entity.$type->name.delete_form"];
      }
      $weight = 0;
      foreach ($tasks as $name => [$title, $route]) {
        $this->derivatives["$type->name.$name"] = [
          'title' => $title,
          'route_name' => $route,
          'base_route' => $base,
          'weight' => $weight++,
        ] + $base_plugin_definition;
      }
    }
    return $this->derivatives;
  }

}
