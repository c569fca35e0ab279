<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\user\RoleInterface;

/**
 * Gives the roles that exist what a newly enabled module contributes to them.
 */
final class RoleUpdater {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityModelRepository $models,
  ) {}

  /**
   * @param list<string> $modules
   *   The modules that were just enabled.
   */
  public function grantFrom(array $modules): void {
    $model = $this->models->get();
    foreach ($model->roles as $name => $default) {
      $role = $this->entityTypeManager->getStorage('user_role')->load("sw_$name");
      $new = array_filter($default['permissions'], fn (string $permission) => in_array($model->permissions[$permission]['module'] ?? '', $modules, TRUE));
      if ($role instanceof RoleInterface && $new !== []) {
        array_map($role->grantPermission(...), $new);
        $role->save();
      }
    }
  }

}
