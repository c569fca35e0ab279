<?php

namespace Drupal\softwhere;

use Drupal\Core\Config\FileStorage;
use Drupal\locale\Gettext;
use Drupal\user\Entity\Role;
use Drupal\user\Entity\User;
use Drupal\user\RoleInterface;

/**
 * Accounts and roles of a new platform.
 */
final class PlatformSetup {

  /**
   * What running the platform takes of Drupal's own permissions.
   */
  private const SITE_BUILDER = [
    'access administration pages',
    'access site reports',
    'access toolbar',
    'administer languages',
    'administer permissions',
    'administer site configuration',
    'administer views',
    'translate configuration',
    'translate interface',
    'view the administration theme',
  ];

  /**
   * Modules that the profile gained after the first platforms were installed.
   */
  private const LATER_MODULES = ['basic_auth', 'locale', 'config_translation'];

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
    Role::create(['id' => 'site_builder', 'label' => 'Site builder', 'permissions' => self::siteBuilderPermissions()])->save();
  }

  /**
   * Brings a platform that was installed earlier up to what the profile sets up now.
   */
  public static function update(): void {
    $missing = array_values(array_filter(self::LATER_MODULES, fn (string $module) => !\Drupal::moduleHandler()->moduleExists($module)));
    if ($missing !== []) {
      \Drupal::configFactory()->getEditable('language.types')->setData((array) self::shipped('language.types'))->save();
      \Drupal::service('module_installer')->install($missing);
      \Drupal::configFactory()->getEditable('locale.settings')->setData((array) self::shipped('locale.settings'))->save();
      $role = Role::load('site_builder');
      array_map($role->grantPermission(...), self::siteBuilderPermissions());
      $role->save();
    }
    self::importTranslations();
    self::refreshViews();
  }

  /**
   * Views notes when it is saved by what its results have to be cached.
   */
  public static function refreshViews(): void {
    foreach (\Drupal::entityTypeManager()->getStorage('view')->loadMultiple() as $view) {
      $view->save();
    }
  }

  /**
   * Our own French, and that of Drupal's words on our pages.
   */
  public static function importTranslations(): void {
    $path = \Drupal::service('extension.list.profile')->getPath('softwhere') . '/translations/fr.po';
    $hash = hash_file('xxh128', $path);
    if (\Drupal::state()->get('softwhere.translations') !== $hash) {
      $file = (object) ['uri' => $path, 'langcode' => 'fr', 'filename' => 'fr.po'];
      Gettext::fileToDatabase($file, [
        'overwrite_options' => ['not_customized' => TRUE, 'customized' => FALSE],
        'customized' => LOCALE_NOT_CUSTOMIZED,
      ]);
      \Drupal::state()->set('softwhere.translations', $hash);
    }
  }

  /**
   * @return list<string>
   *   Drupal's permissions, and those of Field UI on every type.
   */
  private static function siteBuilderPermissions(): array {
    $permissions = self::SITE_BUILDER;
    foreach (array_keys(\Drupal::service('sw_base.model')->get()->types) as $type) {
      array_push($permissions, "administer $type fields", "administer $type form display", "administer $type display");
    }
    return $permissions;
  }

  /**
   * @return array<string, mixed>|bool
   *   Configuration as the profile ships it.
   */
  private static function shipped(string $name): array|bool {
    return (new FileStorage(\Drupal::service('extension.list.profile')->getPath('softwhere') . '/config/install'))->read($name);
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
