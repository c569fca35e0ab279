<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;

/**
 * What of the model exists for a user at all: types and fields of modules that are open to their brand.
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
   * Whether what the module declares exists for the user.
   */
  private function isOpen(string $module, ?AccountInterface $account): bool {
    return $this->actors->get((int) ($account ?? $this->currentUser)->id())->hasModule($module);
  }

}
