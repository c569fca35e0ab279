<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccessPolicyBase;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\Session\CalculatedPermissionsItem;
use Drupal\Core\Session\RefinableCalculatedPermissionsInterface;
use Drupal\user\RoleInterface;

/**
 * Who runs the platform also builds the site: fields, roles, languages.
 *
 * Which permissions of Drupal that takes is the role `site_builder`, a list
 * that can be edited like any role. It opens no tenant row: those are out of
 * the scope of users without a brand.
 */
final class SiteBuilderPolicy extends AccessPolicyBase {

  private const ROLE = 'site_builder';

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly ActorRepository $actors,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function alterPermissions(AccountInterface $account, string $scope, RefinableCalculatedPermissionsInterface $calculated_permissions): void {
    $calculated_permissions->addCacheContexts(['user.sw_actor'])->addCacheTags(['config:user_role_list']);
    $item = $calculated_permissions->getItem($scope, $scope);
    $role = $this->entityTypeManager->getStorage('user_role')->load(self::ROLE);
    if ($item && $role instanceof RoleInterface && $this->actors->get((int) $account->id())->brandId === NULL && in_array(BusinessRolePolicy::PLATFORM_PERMISSION, $item->getPermissions(), TRUE)) {
      $calculated_permissions->addItem(new CalculatedPermissionsItem($role->getPermissions(), FALSE, $scope, $scope));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function getPersistentCacheContexts(): array {
    return ['user.sw_actor'];
  }

}
