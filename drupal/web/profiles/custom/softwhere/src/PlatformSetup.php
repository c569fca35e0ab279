<?php

namespace Drupal\softwhere;

use Drupal\user\Entity\Role;
use Drupal\user\Entity\User;
use Drupal\user\RoleInterface;

/**
 * Accounts and roles of a new platform.
 */
final class PlatformSetup {

  /**
   * Rights come from business roles; being signed in gives none by itself.
   */
  public static function restrictCoreRoles(): void {
    foreach ([RoleInterface::ANONYMOUS_ID, RoleInterface::AUTHENTICATED_ID] as $id) {
      if ($role = Role::load($id)) {
        $role->set('permissions', [])->save();
      }
    }
  }

  /**
   * The list of Drupal's own permissions that running the platform takes.
   */
  public static function createSiteBuilderRole(): void {
    if (Role::load('site_builder')) {
      return;
    }
    $permissions = [
      'access administration pages',
      'access site reports',
      'access toolbar',
      'administer languages',
      'administer permissions',
      'administer site configuration',
      'administer views',
      'view the administration theme',
    ];
    foreach (array_keys(\Drupal::service('sw_base.model')->get()->types) as $type) {
      array_push($permissions, "administer $type fields", "administer $type form display", "administer $type display");
    }
    Role::create(['id' => 'site_builder', 'label' => 'Site builder', 'permissions' => $permissions])->save();
  }

  /**
   * The first account runs the platform and belongs to no brand.
   */
  public static function preparePlatformAdministrator(): void {
    \Drupal::service('sw_base.system_scope')->run(function (): void {
      $account = User::load(1);
      $account->set('full_name', 'Platform administrator');
      $account->set('user_type', 'internal');
      $account->set('business_roles', ['platform_administrator']);
      $account->save();
    });
  }

}
