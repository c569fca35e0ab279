<?php

namespace Drupal\sw_base\Model;

/**
 * The whole resolved model of the enabled modules.
 */
final class EntityModel {

  /**
   * @param array<string, \Drupal\sw_base\Model\ModelType> $types
   *   Own entity types.
   * @param array<string, array<string, \Drupal\sw_base\Model\ModelField>> $coreTypes
   *   Fields added to entity types of Drupal core.
   * @param array<string, array{label: array<string, string>, module: string, includes: list<string>}> $permissions
   *   Every permission of the model, with those that its holders hold too.
   * @param array<string, array{label: array<string, string>, permissions: list<string>}> $roles
   *   Platform defaults of the business roles.
   * @param array<string, array{field: string, values: list<string>}> $ownerSees
   *   By core type: the rows that users who see only their own accounts see
   *   besides their own.
   * @param list<string> $modules
   *   The modules that declare something besides the base, sorted.
   * @param array<string, array<string, mixed>> $jsonSchemas
   *   The shapes of JSON fields, in the model's part of JSON Schema.
   */
  public function __construct(
    public readonly array $types,
    public readonly array $coreTypes,
    public readonly array $permissions,
    public readonly array $roles,
    public readonly array $ownerSees = [],
    public readonly array $modules = [],
    public readonly array $jsonSchemas = [],
  ) {}

  /**
   * The own type of that name, or NULL.
   */
  public function type(string $name): ?ModelType {
    return $this->types[$name] ?? NULL;
  }

  /**
   * The model fields of an own or core type; empty when it's not ours.
   *
   * @return array<string, \Drupal\sw_base\Model\ModelField>
   *   The fields by name.
   */
  public function fieldsOf(string $entity_type_id): array {
    return isset($this->types[$entity_type_id]) ? $this->types[$entity_type_id]->fields : ($this->coreTypes[$entity_type_id] ?? []);
  }

  /**
   * Whether the model says anything about that entity type.
   */
  public function covers(string $entity_type_id): bool {
    return isset($this->types[$entity_type_id]) || isset($this->coreTypes[$entity_type_id]);
  }

  /**
   * Whether rows of that entity type belong to a brand.
   */
  public function isTenant(string $entity_type_id): bool {
    return isset($this->coreTypes[$entity_type_id]) || (isset($this->types[$entity_type_id]) && $this->types[$entity_type_id]->isTenant());
  }

  /**
   * Whether changes of that entity type are journalled.
   */
  public function isJournalled(string $entity_type_id): bool {
    return $entity_type_id === 'user' || (isset($this->types[$entity_type_id]) && $this->types[$entity_type_id]->journal);
  }

}
