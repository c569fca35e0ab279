<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Access\BusinessRolePolicy;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelType;

/**
 * Only those who run the platform hand out the right to run it.
 */
final class PlatformGrantRule implements ModelRuleInterface {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly ActorRepository $actors,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    // Nobody signed in is the platform's own code.
    if ($this->actors->current()->isAnonymous() || $this->currentUser->hasPermission(BusinessRolePolicy::PLATFORM_PERMISSION)) {
      return [];
    }
    match ($entity->getEntityTypeId()) {
      'user' => $this->refuse($entity, $original, 'business_roles', $this->platformRoles()),
      'sw_role' => $this->refuse($entity, $original, 'granted', [BusinessRolePolicy::PLATFORM_PERMISSION]),
      default => NULL,
    };
    return [];
  }

  /**
   * @param list<string> $reserved
   *   Values that may not be added.
   */
  private function refuse(ContentEntityInterface $entity, ?ContentEntityInterface $original, string $field, array $reserved): void {
    $added = array_diff(array_column($entity->get($field)->getValue(), 'value'), $original ? array_column($original->get($field)->getValue(), 'value') : []);
    if (array_intersect($added, $reserved) !== []) {
      throw new FieldForbidden($field, "The '" . BusinessRolePolicy::PLATFORM_PERMISSION . "' permission is required.");
    }
  }

  /**
   * @return list<string>
   *   Business roles that hold the platform permission by default.
   */
  private function platformRoles(): array {
    return array_keys(array_filter($this->models->get()->roles, fn (array $role) => in_array(BusinessRolePolicy::PLATFORM_PERMISSION, $role['permissions'], TRUE)));
  }

}
