<?php

namespace Drupal\sw_tenant\Scope;

use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\FieldAccess;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;

/**
 * Files exist for their uploader, and for who sees a row that uses them.
 */
final class FileScope {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TypeAccess $typeAccess,
    private readonly AccountInterface $currentUser,
    private readonly ModelInSight $inSight,
  ) {}

  /**
   * The condition on the table of files.
   */
  public function get(ScopeFactory $scopes): SqlScope {
    $conditions = ['[%alias%].[uid] = ' . (int) $this->currentUser->id()];
    $arguments = [];
    foreach ($this->fileFields() as [$type, $field]) {
      if (!$this->inSight->hasField($type->name, $field->name) || !$this->typeAccess->check($type->name, 'view', $this->currentUser)->isAllowed() || !FieldAccess::check($field, 'view', $this->currentUser, NULL)->isAllowed()) {
        continue;
      }
      $scope = $scopes->get($type->name);
      $rows = '';
      if ($scope !== NULL) {
        $rows = ' WHERE ' . $scope->for('referring');
        $arguments += $scope->arguments;
      }
      $conditions[] = $field->multiple
        ? "[%alias%].[fid] IN (SELECT [{$field->name}_target_id] FROM {{$type->name}__{$field->name}} WHERE [entity_id] IN (SELECT [referring].[id] FROM {{$type->name}} [referring]$rows))"
        : "[%alias%].[fid] IN (SELECT [referring].[{$field->name}__target_id] FROM {{$type->name}} [referring]$rows)";
    }
    return new SqlScope(implode(' OR ', $conditions), $arguments);
  }

  /**
   * @return list<string>
   *   Entity types with a file field.
   */
  public function referringTypes(): array {
    return array_values(array_unique(array_map(fn (array $pair) => $pair[0]->name, $this->fileFields())));
  }

  /**
   * @return list<array{\Drupal\sw_base\Model\ModelType, \Drupal\sw_base\Model\ModelField}>
   *   The file fields of the model.
   */
  private function fileFields(): array {
    $pairs = [];
    foreach ($this->models->get()->types as $type) {
      foreach ($type->fields as $field) {
        if ($field->type === 'file') {
          $pairs[] = [$type, $field];
        }
      }
    }
    return $pairs;
  }

}
