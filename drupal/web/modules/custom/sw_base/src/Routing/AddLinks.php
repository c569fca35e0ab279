<?php

namespace Drupal\sw_base\Routing;

use Drupal\Component\Plugin\Derivative\DeriverBase;

/**
 * The button above each list that adds a row.
 */
final class AddLinks extends DeriverBase {

  /**
   * {@inheritdoc}
   */
  public function getDerivativeDefinitions($base_plugin_definition) {
    foreach (\Drupal::service('sw_base.model')->get()->types as $type) {
      if ($type->writable) {
        $this->derivatives[$type->name] = [
          'title' => t('Add'),
          'route_name' => "entity.$type->name.add_form",
          'appears_on' => ["entity.$type->name.collection"],
        ] + $base_plugin_definition;
      }
    }
    return $this->derivatives;
  }

}
