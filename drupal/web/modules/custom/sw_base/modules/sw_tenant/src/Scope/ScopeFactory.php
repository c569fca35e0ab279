<?php

namespace Drupal\sw_tenant\Scope;

use Drupal\Core\Cache\CacheBackendInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelType;

/**
 * Builds the SQL condition that an entity type's rows must meet to exist for the current user.
 */
final class ScopeFactory {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TenantContext $context,
    private readonly AccountInterface $currentUser,
    private readonly TypeAccess $typeAccess,
    private readonly FileScope $files,
    private readonly ModelInSight $inSight,
    private readonly CacheBackendInterface $memory,
    private readonly UsedScope $used,
  ) {}

  /**
   * The condition, or NULL when every row is in sight.
   */
  public function get(string $entity_type_id): ?SqlScope {
    // Asked for each row of a page, and for each of its links.
    $key = "$entity_type_id:{$this->context->kind()->name}:{$this->currentUser->id()}:{$this->context->actor()->fingerprint()}";
    if ($kept = $this->memory->get($key)) {
      return $kept->data;
    }
    $scope = $this->build($entity_type_id);
    $this->memory->set($key, $scope, tags: ['sw_role_list', 'config:user_role_list', 'sw_base_model']);
    return $scope;
  }

  /**
   * The condition as the model, the user and their rights have it now.
   */
  private function build(string $entity_type_id): ?SqlScope {
    $type = $this->models->get()->type($entity_type_id);
    if (!$this->context->isSystem() && !$this->inSight->hasType($entity_type_id)) {
      return SqlScope::nothing();
    }
    if ($entity_type_id === 'sw_brand') {
      return $this->brands();
    }
    if (!$this->models->get()->isTenant($entity_type_id)) {
      return NULL;
    }
    $scope = match ($this->context->kind()) {
      ScopeKind::System => NULL,
      ScopeKind::None => SqlScope::nothing(),
      ScopeKind::Platform => $this->platform($entity_type_id),
      ScopeKind::Brand => new SqlScope('[%alias%].[brand] = ' . (int) $this->context->actor()->brandId),
    };
    if ($entity_type_id === 'file' && $this->context->kind() === ScopeKind::Brand) {
      // A brand's logo may have been uploaded by the platform: use decides.
      return (new SqlScope("($scope->condition) OR [%alias%].[brand] IS NULL", $scope->arguments))->and($this->files->get($this));
    }
    if ($type === NULL || $scope === NULL) {
      $sees = $this->ownerSees($entity_type_id);
      return $sees === NULL ? $scope : $scope?->and($sees);
    }
    $rules = [
      $this->owner($type),
      $this->used($type),
      $this->rowView($type),
      $this->openValues($type),
      $this->subject($type),
    ];
    foreach (array_filter($rules) as $more) {
      $scope = $scope->and($more);
    }
    return $scope;
  }

  /**
   * The entity types whose rows decide which rows of that type are in sight.
   *
   * @return list<string>
   *   Entity type ids.
   */
  public function dependsOn(string $entity_type_id): array {
    if ($entity_type_id === 'file') {
      return $this->files->referringTypes();
    }
    $type = $this->models->get()->type($entity_type_id);
    $targets = $type?->ownerSeesUsed ? $this->used->referringTypes($entity_type_id) : [];
    foreach (array_slice(explode('.', $type->ownerPath ?? ''), 0, -1) as $step) {
      $type = $this->models->get()->type($type->fields[$step]->target);
      $targets[] = $type->name;
    }
    return $targets;
  }

  /**
   * Brands: one's own, or all for those who run the platform.
   */
  private function brands(): ?SqlScope {
    return match ($this->context->kind()) {
      ScopeKind::System => NULL,
      ScopeKind::None => SqlScope::nothing(),
      ScopeKind::Platform => $this->context->administersPlatform() ? NULL : SqlScope::nothing(),
      ScopeKind::Brand => new SqlScope('[%alias%].[id] = ' . (int) $this->context->actor()->brandId),
    };
  }

  /**
   * What those who belong to no brand see of tenant types: users, and what only the platform writes.
   */
  private function platform(string $entity_type_id): SqlScope {
    if ($entity_type_id === 'user') {
      return $this->context->administersPlatform() ? new SqlScope('[%alias%].[uid] > 0') : new SqlScope('[%alias%].[uid] = ' . (int) $this->currentUser->id());
    }
    if ($entity_type_id === 'file') {
      return new SqlScope('[%alias%].[brand] IS NULL AND [%alias%].[uid] = ' . (int) $this->currentUser->id());
    }
    $type = $this->models->get()->type($entity_type_id);
    return $type && !$type->writable && $this->context->administersPlatform() ? new SqlScope('1 = 1') : SqlScope::nothing();
  }

  /**
   * Clients and partners: rows that lead to one of their accounts.
   */
  private function owner(ModelType $type): ?SqlScope {
    if ($type->ownerPath === NULL || $this->context->kind() !== ScopeKind::Brand || !$this->context->actor()->isRestrictedToAccounts()) {
      return NULL;
    }
    $ids = implode(', ', $this->context->actor()->accountIds ?: [0]);
    if ($type->ownerPath === 'self') {
      return new SqlScope("[%alias%].[id] IN ($ids)");
    }
    $condition = "IN ($ids)";
    $steps = explode('.', $type->ownerPath);
    $tables = [$type];
    foreach (array_slice($steps, 0, -1) as $step) {
      $tables[] = $this->models->get()->type(end($tables)->fields[$step]->target);
    }
    for ($i = count($steps) - 1; $i > 0; $i--) {
      $condition = "IN (SELECT [id] FROM {{$tables[$i]->name}} WHERE [{$steps[$i]}] $condition)";
    }
    return new SqlScope("[%alias%].[$steps[0]] $condition");
  }

  /**
   * Clients and partners: of what a brand has for all, the rows to which theirs refer.
   */
  private function used(ModelType $type): ?SqlScope {
    $limited = $this->context->kind() === ScopeKind::Brand && $this->context->actor()->isRestrictedToAccounts();
    return $type->ownerSeesUsed && $limited ? $this->used->get($type, $this) : NULL;
  }

  /**
   * Clients and partners: of people, themselves and those whom the model names.
   */
  private function ownerSees(string $entity_type_id): ?SqlScope {
    $sees = $this->models->get()->ownerSees[$entity_type_id] ?? NULL;
    if ($sees === NULL || $this->context->kind() !== ScopeKind::Brand || !$this->context->actor()->isRestrictedToAccounts()) {
      return NULL;
    }
    $condition = "[%alias%].[{$sees['field']}] IN (:sw_sees_{$entity_type_id}[])";
    $own = $entity_type_id === 'user' ? '[%alias%].[uid] = ' . (int) $this->currentUser->id() : '1 = 0';
    return new SqlScope("$own OR $condition", [":sw_sees_{$entity_type_id}[]" => $sees['values']]);
  }

  /**
   * Rows about other rows: only about types that the user may view.
   */
  private function subject(ModelType $type): ?SqlScope {
    if (!isset($type->fields['subject_type']) || $this->context->isSystem()) {
      return NULL;
    }
    $types = $this->viewableTypes();
    $scope = new SqlScope('[%alias%].[subject_type] IN (:sw_subjects[])', [':sw_subjects[]' => $types ?: ['']]);
    foreach (array_intersect_key($this->models->get()->types, array_flip($types)) as $subject) {
      $open = $this->openValues($subject);
      if ($open !== NULL) {
        $row = "EXISTS (SELECT 1 FROM {{$subject->name}} [told] WHERE [told].[uuid] = [%alias%].[subject_id] AND NOT ({$open->for('told')}))";
        $scope = $scope->and(new SqlScope("[%alias%].[subject_type] <> :sw_subject_$subject->name OR NOT $row", [":sw_subject_$subject->name" => $subject->name] + $open->arguments));
      }
    }
    return $scope;
  }

  /**
   * Rows that have no value of a closed module.
   */
  private function openValues(ModelType $type): ?SqlScope {
    $scope = NULL;
    foreach ($this->context->isSystem() ? [] : $this->inSight->closedValues($type) as $field => $values) {
      $name = ":sw_closed_{$type->name}_{$field}[]";
      $open = new SqlScope("[%alias%].[$field] IS NULL OR [%alias%].[$field] NOT IN ($name)", [$name => $values]);
      $scope = $scope?->and($open) ?? $open;
    }
    return $scope;
  }

  /**
   * @return list<string>
   *   Entity types the user may view.
   */
  private function viewableTypes(): array {
    $model = $this->models->get();
    return array_values(array_filter(
      [...array_keys($model->types), ...array_keys($model->coreTypes)],
      fn (string $name) => $this->typeAccess->check($name, 'view', $this->currentUser)->isAllowed(),
    ));
  }

  /**
   * Rows whose own value names the permission, or the person, that they need.
   */
  private function rowView(ModelType $type): ?SqlScope {
    if ($type->rowView === NULL || $this->context->isSystem()) {
      return NULL;
    }
    if (isset($type->rowView['permission_field'])) {
      $field = $type->rowView['permission_field'];
      $held = array_values(array_filter(array_keys($this->models->get()->permissions), $this->currentUser->hasPermission(...)));
      $condition = "[%alias%].[$field] IS NULL";
      return $held === [] ? new SqlScope($condition) : new SqlScope("$condition OR [%alias%].[$field] IN (:sw_held_{$type->name}[])", [":sw_held_{$type->name}[]" => $held]);
    }
    if (isset($type->rowView['user_field'])) {
      return isset($type->rowView['permission']) && $this->currentUser->hasPermission($type->rowView['permission']) ? NULL
        : new SqlScope("[%alias%].[{$type->rowView['user_field']}] IS NULL OR [%alias%].[{$type->rowView['user_field']}] = " . (int) $this->currentUser->id());
    }
    if (isset($type->rowView['flag'])) {
      return $this->currentUser->hasPermission($type->rowView['permission']) ? NULL : $this->notFlagged($type, explode('.', $type->rowView['flag']));
    }
    $field = $type->rowView['field'];
    $shown = array_keys(array_filter($type->rowView['permissions'], $this->currentUser->hasPermission(...)));
    return $shown === [] ? new SqlScope('1 = 0') : new SqlScope("[%alias%].[$field] IN (:sw_shown_{$type->name}[])", [":sw_shown_{$type->name}[]" => $shown]);
  }

  /**
   * Rows whose boolean, or that of what their reference leads to, is not true.
   *
   * @param non-empty-list<string> $steps
   *   The way to the boolean.
   */
  private function notFlagged(ModelType $type, array $steps): SqlScope {
    $flag = end($steps);
    $unset = fn (string $alias) => "([$alias].[$flag] IS NULL OR [$alias].[$flag] = 0)";
    if (count($steps) === 1) {
      return new SqlScope($unset('%alias%'));
    }
    $table = $type->fields[$steps[0]]->target;
    return new SqlScope("EXISTS (SELECT 1 FROM {{$table}} [flagged] WHERE [flagged].[id] = [%alias%].[{$steps[0]}] AND {$unset('flagged')})");
  }

}
