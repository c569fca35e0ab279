<?php

namespace Drupal\sw_base\Routing;

use Drupal\Component\Plugin\Derivative\DeriverBase;

/**
 * The first tab of each type's settings; Field UI adds its own beside it.
 */
final class SettingsTasks extends DeriverBase {

  /**
   * {@inheritdoc}
   */
  public function getDerivativeDefinitions($base_plugin_definition) {
    foreach (\Drupal::service('sw_base.model')->get()->types as $type) {
      $this->derivatives[$type->name] = [
        'title' => t('Settings'),
        'route_name' => "sw_base.settings.$type->name",
        'base_route' => "sw_base.settings.$type->name",
      ] + $base_plugin_definition;
    }
    return $this->derivatives;
  }

}
