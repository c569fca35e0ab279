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
