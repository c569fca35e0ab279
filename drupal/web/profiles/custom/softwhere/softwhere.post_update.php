<?php

/**
 * @file
 * What a platform that was installed earlier lacks.
 */

use Drupal\Core\Entity\ContentEntityInterface;
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

/**
 * Every module of the installation was open to every brand before a brand could say so.
 */
function softwhere_post_update_open_modules(): void {
  $updates = \Drupal::entityDefinitionUpdateManager();
  $definitions = \Drupal::service('entity_field.manager')->getFieldStorageDefinitions('sw_brand');
  foreach (['modules', 'time_zone'] as $name) {
    if (isset($definitions[$name]) && $updates->getFieldStorageDefinition($name, 'sw_brand') === NULL) {
      $updates->installFieldStorageDefinition($name, 'sw_brand', $definitions[$name]->getProvider(), $definitions[$name]);
    }
  }
  \Drupal::service('sw_base.system_scope')->run(function (): void {
    foreach (\Drupal::entityTypeManager()->getStorage('sw_brand')->loadMultiple() as $brand) {
      assert($brand instanceof ContentEntityInterface);
      $values = ['modules' => \Drupal::service('sw_base.model')->get()->modules, 'time_zone' => 'Europe/Paris'];
      foreach ($values as $name => $value) {
        $brand->hasField($name) && $brand->get($name)->isEmpty() && $brand->set($name, $value);
      }
      $brand->save();
    }
  });
}
