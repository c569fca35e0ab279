<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Model\ModelType;

/**
 * What of the model exists for a user at all: types, fields and values of modules that are open to their brand.
 *
 * Who belongs to no brand has all of it. What is not of the model always exists.
 */
final class ModelInSight {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly ActorRepository $actors,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * Whether there is anything that doesn't exist for the current user.
   */
  public function isWhole(): bool {
    return $this->actors->current()->openModules === NULL;
  }

  /**
   * Whether the type exists for the user, by default the current one.
   */
  public function hasType(string $entity_type_id, ?AccountInterface $account = NULL): bool {
    $type = $this->models->get()->type($entity_type_id);
    return $type === NULL || $this->isOpen($type->module, $account);
  }

  /**
   * Whether the field of a type that exists for the user exists too.
   */
  public function hasField(string $entity_type_id, string $name, ?AccountInterface $account = NULL): bool {
    $field = $this->models->get()->fieldsOf($entity_type_id)[$name] ?? NULL;
    return $field === NULL || $this->isOpen($field->module, $account);
  }

  /**
   * Fields of types in sight that don't exist for the current user.
   *
   * @return array<string, list<string>>
   *   Names by entity type.
   */
  public function closedFields(): array {
    $model = $this->models->get();
    $types = $this->isWhole() ? [] : [...array_keys($model->types), ...array_keys($model->coreTypes)];
    return array_filter(array_combine($types, array_map($this->closedFieldsOf(...), $types)));
  }

  /**
   * The same of one type; none where the type doesn't exist for the user either.
   *
   * @return list<string>
   *   Names.
   */
  public function closedFieldsOf(string $entity_type_id): array {
    if ($this->isWhole() || !$this->hasType($entity_type_id)) {
      return [];
    }
    $is_closed = fn (ModelField $field) => !$this->hasField($entity_type_id, $field->name) || ($field->target !== NULL && !$this->hasType($field->target));
    return array_keys(array_filter($this->models->get()->fieldsOf($entity_type_id), $is_closed));
  }

  /**
   * The values of a list that exist for the current user.
   *
   * @return array<string, array<string, string>>
   *   Labels by value.
   */
  public function valuesOf(ModelField $field): array {
    return array_diff_key($field->values, array_flip($this->closedValuesOf($field)));
  }

  /**
   * Values of the type's lists that don't exist for a user, by default the current one.
   *
   * @return array<string, list<string>>
   *   Values by field.
   */
  public function closedValues(ModelType $type, ?AccountInterface $account = NULL): array {
    return array_filter(array_map(fn (ModelField $field) => $this->closedValuesOf($field, $account), $type->fields));
  }

  /**
   * @return list<string>
   *   Values.
   */
  private function closedValuesOf(ModelField $field, ?AccountInterface $account = NULL): array {
    return array_keys(array_filter($field->valueModules, fn (string $module) => !$this->isOpen($module, $account)));
  }

  /**
   * Whether what the module declares exists for the user.
   */
  private function isOpen(string $module, ?AccountInterface $account): bool {
    return $this->actors->get((int) ($account ?? $this->currentUser)->id())->hasModule($module);
  }

}
