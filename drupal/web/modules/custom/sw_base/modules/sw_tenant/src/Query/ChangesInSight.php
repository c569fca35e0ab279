<?php

namespace Drupal\sw_tenant\Query;

use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_tenant\Scope\SqlScope;

/**
 * Queries find no changes of fields that don't exist for the user.
 */
final class ChangesInSight {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly ModelInSight $inSight,
  ) {}

  /**
   * The condition on a table of changes, or NULL where all may be found.
   */
  public function scopeOf(string $table): ?SqlScope {
    [$name, $column] = explode('__', $table, 2) + ['', ''];
    $type = $column === '' ? NULL : $this->models->get()->type($name);
    if (!isset($type->fields['subject_type']) || ($type->fields[$column] ?? NULL)?->type !== 'change') {
      return NULL;
    }
    $scope = NULL;
    foreach ($this->inSight->closedFields() as $subject => $fields) {
      $of_subject = "EXISTS (SELECT 1 FROM {{$name}} [told] WHERE [told].[id] = [%alias%].[entity_id] AND [told].[subject_type] = :sw_told_$subject)";
      $closed = new SqlScope("NOT ([%alias%].[{$column}_field] IN (:sw_closed_{$subject}[]) AND $of_subject)", [
        ":sw_closed_{$subject}[]" => $fields,
        ":sw_told_$subject" => $subject,
      ]);
      $scope = $scope?->and($closed) ?? $closed;
    }
    return $scope;
  }

}
