<?php

namespace Drupal\sw_base\Admin;

use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\StringTranslation\StringTranslationTrait;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\ModelLabel;
use Drupal\sw_base\Model\ModelType;

/**
 * What the user may do to several rows of a type at once.
 */
final class BulkActions {

  use StringTranslationTrait;

  public const DELETE = 'delete';

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly TypeAccess $typeAccess,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * @return array<string, array{label: \Stringable, field: string|null, value: string|null, requires: list<string>}>
   *   Actions by name: deletion, transitions, or values of the field `status`.
   */
  public function of(ModelType $type): array {
    $actions = $this->mayEditState($type) ? $this->changes($type) : [];
    if ($this->typeAccess->check($type->name, 'delete', $this->currentUser)->isAllowed()) {
      $actions[self::DELETE] = ['label' => $this->t('Delete'), 'field' => NULL, 'value' => NULL, 'requires' => []];
    }
    return $actions;
  }

  /**
   * @return array<string, array{label: \Stringable, field: string, value: string, requires: list<string>}>
   *   The changes of state.
   */
  private function changes(ModelType $type): array {
    $field = self::stateField($type);
    $actions = [];
    foreach ($type->workflow->transitions ?? [] as $transition) {
      if ($transition->permission === NULL || $this->currentUser->hasPermission($transition->permission)) {
        $actions["transition:$transition->name"] = [
          'label' => ModelLabel::fromArray($transition->label),
          'field' => $field,
          'value' => $transition->to,
          'requires' => $transition->requires,
        ];
      }
    }
    foreach ($type->workflow === NULL ? $type->fields[$field]->values : [] as $value => $label) {
      $text = [
        '@field' => ModelLabel::fromArray($type->fields[$field]->label),
        '@value' => ModelLabel::fromArray($label),
      ];
      $actions["value:$value"] = [
        'label' => $this->t('@field: @value', $text),
        'field' => $field,
        'value' => (string) $value,
        'requires' => [],
      ];
    }
    return $actions;
  }

  /**
   * Whether the user may change the state of rows at all.
   */
  private function mayEditState(ModelType $type): bool {
    $field = self::stateField($type);
    return $field !== NULL
      && $this->typeAccess->check($type->name, 'edit', $this->currentUser)->isAllowed()
      && $this->entityTypeManager->getAccessControlHandler($type->name)->fieldAccess('edit', $this->fieldManager->getBaseFieldDefinitions($type->name)[$field], $this->currentUser);
  }

  /**
   * The field of the workflow, or the list named `status`.
   */
  private static function stateField(ModelType $type): ?string {
    if ($type->workflow !== NULL) {
      return $type->workflow->field;
    }
    return isset($type->fields['status']) && $type->fields['status']->type === 'list' ? 'status' : NULL;
  }

}
