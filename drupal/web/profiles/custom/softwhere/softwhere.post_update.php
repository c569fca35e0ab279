<?php

/**
 * @file
 * What a platform that was installed earlier lacks.
 */

use Drupal\user\Entity\Role;

/**
 * The platform's services, and its administrators, follow the journals of all brands.
 */
function softwhere_post_update_follow_outbox(): void {
  foreach (['platform_administrator', 'platform_service'] as $name) {
    $default = \Drupal::service('sw_base.model')->get()->roles[$name];
    $role = Role::load("sw_$name") ?? Role::create([
      'id' => "sw_$name",
      'label' => $default['label']['en'],
      'permissions' => $default['permissions'],
    ]);
    $role->grantPermission('follow outbox')->save();
  }
}
