<?php

namespace Drupal\sw_base\Admin;

use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\LabelPattern;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Model\ModelLabel;
use Drupal\sw_base\Model\ModelType;

/**
 * Which fields of a type a list shows, and which it filters by.
 */
final class ListColumns {

  private const REFERENCES = 2;

  private const STATES = 2;

  private const PLAIN = 2;

  private const PLAIN_TYPES = ['string', 'email', 'integer', 'decimal', 'date', 'datetime', 'boolean'];

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly TypeAccess $typeAccess,
    private readonly AccountInterface $currentUser,
    private readonly ModelInSight $inSight,
  ) {}

  /**
   * @return list<\Drupal\sw_base\Model\ModelField>
   *   The columns beside the label: what it belongs to, its states, and some values.
   */
  public function of(ModelType $type): array {
    $label = [$type->labelField, ...LabelPattern::fields($type->labelPattern ?? '')];
    $fields = array_filter($this->viewable($type), fn (ModelField $field) => !in_array($field->name, $label, TRUE));
    $states = array_filter($fields, $this->isChoice(...));
    $plain = array_filter($fields, fn (ModelField $field) => in_array($field->type, self::PLAIN_TYPES, TRUE));
    return [
      ...array_slice(array_values($this->references($fields)), 0, self::REFERENCES),
      ...array_slice(array_values($states), 0, self::STATES),
      ...array_slice(array_values($plain), 0, self::PLAIN),
    ];
  }

  /**
   * @return list<\Drupal\sw_base\Model\ModelField>
   *   The lists and states to choose a value of.
   */
  public function options(ModelType $type): array {
    return array_values(array_filter($this->viewable($type), $this->isChoice(...)));
  }

  /**
   * @return array<string, \Drupal\sw_base\Model\ModelLabel>
   *   The values to choose of, as they are shown.
   */
  public function valuesOf(ModelField $field): array {
    return array_map(ModelLabel::fromArray(...), $this->inSight->valuesOf($field));
  }

  /**
   * The references to choose a row of.
   *
   * Those to rows that are found by a name, and the customer account at the end of the owner's path.
   *
   * @return array<string, array{target: string, field: \Drupal\sw_base\Model\ModelField}>
   *   Entity type and field by path of the query.
   */
  public function targets(ModelType $type): array {
    $targets = [];
    if ($type->ownerPath !== NULL && str_contains($type->ownerPath, '.')) {
      [$path, $field] = $this->ownerPath($type);
      $targets[$path] = ['target' => (string) $field->target, 'field' => $field];
    }
    foreach ($this->references($this->viewable($type)) as $name => $field) {
      if ($this->isFoundByName((string) $field->target)) {
        $targets[$name] = ['target' => (string) $field->target, 'field' => $field];
      }
    }
    return $targets;
  }

  /**
   * @return list<string>
   *   The fields that a search for a text looks at.
   */
  public function searched(ModelType $type): array {
    $fields = array_filter($this->viewable($type), fn (ModelField $field) => !$field->secret && !$field->multiple
      && in_array($field->type, ['string', 'email'], TRUE) && ($field->searchable || $field->name === $type->labelField));
    return array_keys($fields);
  }

  /**
   * The path that a list is sorted by for a field, or NULL.
   */
  public function sortPath(ModelField $field): ?string {
    if ($field->multiple) {
      return NULL;
    }
    if (!$field->isReference()) {
      return $field->name;
    }
    $target = $this->models->get()->type((string) $field->target);
    return $target && !$target->fields[$target->labelField]->isReference() ? "$field->name.entity:$target->name.$target->labelField" : NULL;
  }

  /**
   * @return array<string, \Drupal\sw_base\Model\ModelField>
   *   The fields the user may view.
   */
  private function viewable(ModelType $type): array {
    $access = $this->entityTypeManager->getAccessControlHandler($type->name);
    $definitions = $this->fieldManager->getBaseFieldDefinitions($type->name);
    return array_filter($type->fields, fn (ModelField $field) => $access->fieldAccess('view', $definitions[$field->name], $this->currentUser));
  }

  /**
   * @param array<string, \Drupal\sw_base\Model\ModelField> $fields
   *   Fields.
   *
   * @return array<string, \Drupal\sw_base\Model\ModelField>
   *   Those that lead to one row of a type the user may view.
   */
  private function references(array $fields): array {
    return array_filter($fields, fn (ModelField $field) => $field->type === 'reference' && !$field->multiple
      && $this->typeAccess->check((string) $field->target, 'view', $this->currentUser)->isAllowed());
  }

  /**
   * Whether the field has a list of values to choose from.
   */
  private function isChoice(ModelField $field): bool {
    return in_array($field->type, ['list', 'state'], TRUE);
  }

  /**
   * Whether rows of a type have a name of their own to type.
   */
  private function isFoundByName(string $entity_type_id): bool {
    $type = $this->models->get()->type($entity_type_id);
    return $type === NULL || $type->fields[$type->labelField]->type === 'string';
  }

  /**
   * @return array{string, \Drupal\sw_base\Model\ModelField}
   *   The owner's path as an entity query writes it, and its last field.
   */
  private function ownerPath(ModelType $type): array {
    $path = '';
    $steps = explode('.', (string) $type->ownerPath);
    foreach (array_slice($steps, 0, -1) as $step) {
      $target = (string) $type->fields[$step]->target;
      $path .= "$step.entity:$target.";
      $type = $this->models->get()->type($target);
    }
    $last = end($steps);
    return [$path . $last, $type->fields[$last]];
  }

}
