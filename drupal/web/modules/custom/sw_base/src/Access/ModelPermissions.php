<?php

namespace Drupal\sw_base\Access;

use Drupal\sw_base\Model\ModelLabel;

/**
 * The model's permissions as Drupal permissions.
 */
final class ModelPermissions {

  /**
   * Permission callback.
   *
   * @return array<string, array<string, mixed>>
   *   Permissions by name.
   */
  public static function all(): array {
    return array_map(fn (array $permission) => [
      'title' => ModelLabel::fromArray($permission['label']),
      'provider' => $permission['module'],
    ], \Drupal::service('sw_base.model')->get()->permissions);
  }

}
