<?php

namespace Drupal\sw_tenant\Scope;

use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\FieldAccess;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Model\ModelType;

/**
 * Rows that exist for clients and partners through rows of theirs, by references that they may read.
 */
final class UsedScope {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TypeAccess $typeAccess,
    private readonly ModelInSight $inSight,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * The condition on the table of a type that is seen so.
   */
  public function get(ModelType $type, ScopeFactory $scopes): SqlScope {
    $conditions = [];
    $arguments = [];
    foreach ($this->references($type->name) as [$user, $field]) {
      if (!$this->mayRead($user, $field)) {
        continue;
      }
      $scope = $scopes->get($user->name);
      $rows = $scope === NULL ? '1 = 1' : $scope->for('using');
      $arguments += $scope->arguments ?? [];
      $conditions[] = $field->multiple
        ? "[%alias%].[id] IN (SELECT [{$field->name}_target_id] FROM {{$user->name}__{$field->name}}"
          . " WHERE [entity_id] IN (SELECT [using].[id] FROM {{$user->name}} [using] WHERE $rows))"
        : "[%alias%].[id] IN (SELECT [using].[{$field->name}] FROM {{$user->name}} [using] WHERE $rows)";
    }
    return $conditions === [] ? SqlScope::nothing() : new SqlScope(implode(' OR ', $conditions), $arguments);
  }

  /**
   * @return list<string>
   *   Entity types with an owner that refer to the type.
   */
  public function referringTypes(string $entity_type_id): array {
    return array_values(array_unique(array_map(fn (array $pair) => $pair[0]->name, $this->references($entity_type_id))));
  }

  /**
   * Whether the current user reads rows of the type, and the reference.
   */
  private function mayRead(ModelType $type, ModelField $field): bool {
    return $this->inSight->hasField($type->name, $field->name)
      && $this->typeAccess->check($type->name, 'view', $this->currentUser)->isAllowed()
      && FieldAccess::check($field, 'view', $this->currentUser, NULL)->isAllowed();
  }

  /**
   * @return list<array{\Drupal\sw_base\Model\ModelType, \Drupal\sw_base\Model\ModelField}>
   *   The references to the type from types with an owner.
   */
  private function references(string $entity_type_id): array {
    $pairs = [];
    foreach ($this->models->get()->types as $type) {
      foreach ($type->ownerPath === NULL ? [] : $type->fields as $field) {
        if ($field->target === $entity_type_id) {
          $pairs[] = [$type, $field];
        }
      }
    }
    return $pairs;
  }

}
