<?php

namespace Drupal\sw_tenant\Query;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Database\Query\SelectInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Render\RendererInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_tenant\Scope\ScopeFactory;
use Drupal\sw_tenant\Scope\ScopeKind;
use Drupal\sw_tenant\Scope\SqlScope;
use Drupal\sw_tenant\Scope\TenantContext;

/**
 * Scopes every table of an entity query.
 *
 * The base table in WHERE; joined tables in ON, so that a foreign row behaves
 * like a reference to nothing, IS NULL included.
 */
final class QueryScoper {

  /**
   * Entity type and whether it's the data table, by table name.
   *
   * @var array<string, array{string, bool}>|null
   */
  private ?array $tables = NULL;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly ScopeFactory $scopes,
    private readonly TenantContext $context,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly RendererInterface $renderer,
    private readonly ChangesInSight $changes,
  ) {}

  /**
   * Alters the query.
   */
  public function scope(SelectInterface $query): void {
    if ($this->context->isSystem() || $this->isUnauthenticatedInternalQuery($query)) {
      return;
    }
    $seen = [];
    $tables = &$query->getTables();
    foreach ($tables as $alias => &$table) {
      $table['table'] instanceof SelectInterface && $this->scope($table['table']);
      $scope = is_string($table['table']) ? ($this->scopeOf($table['table'], $seen) ?? $this->changes->scopeOf($table['table'])) : NULL;
      if ($scope === NULL) {
        continue;
      }
      if ($table['join type'] === NULL) {
        $query->where($scope->for($alias), $scope->arguments);
      }
      else {
        $table['condition'] = "({$table['condition']}) AND (" . $scope->for($alias) . ')';
        $table['arguments'] = ($table['arguments'] ?: []) + $scope->arguments;
      }
    }
    if ($seen !== [] && $this->renderer->hasRenderContext()) {
      $this->bubble(array_keys($seen));
    }
  }

  /**
   * Sign-in looks users up by name before there is anybody to scope for.
   */
  private function isUnauthenticatedInternalQuery(SelectInterface $query): bool {
    $entity_type_id = (string) $query->getMetaData('entity_type');
    return $this->context->kind() === ScopeKind::None
      && in_array($entity_type_id, ['user', 'file'], TRUE)
      && !$query->hasTag($entity_type_id . '_access');
  }

  /**
   * The condition on a table, or NULL when it holds no scoped rows.
   *
   * @param array<string, bool> $seen
   *   Collects the entity types that the result depends on, as keys.
   */
  private function scopeOf(string $table, array &$seen): ?SqlScope {
    $this->tables ??= $this->entityTables();
    if (!isset($this->tables[$table])) {
      return NULL;
    }
    [$entity_type_id, $has_columns] = $this->tables[$table];
    $seen += array_fill_keys([$entity_type_id, ...$this->scopes->dependsOn($entity_type_id)], TRUE);
    $scope = $this->scopes->get($entity_type_id);
    if ($scope === NULL || $has_columns) {
      return $scope;
    }
    $definition = $this->entityTypeManager->getDefinition($entity_type_id);
    $id = $definition->getKey('id');
    return new SqlScope("[%alias%].[$id] IN (SELECT [scoped].[$id] FROM {{$definition->getDataTable()}} [scoped] WHERE " . $scope->for('scoped') . ')', $scope->arguments);
  }

  /**
   * @return array<string, array{string, bool}>
   *   Entity type, and whether the table has the scoped columns, by table.
   */
  private function entityTables(): array {
    $tables = [];
    $model = $this->models->get();
    foreach ([...array_keys($model->types), ...array_keys($model->coreTypes)] as $entity_type_id) {
      $definition = $this->entityTypeManager->getDefinition($entity_type_id);
      $data_table = $definition->getDataTable();
      $tables[$definition->getBaseTable()] = [$entity_type_id, $data_table === NULL];
      if ($data_table !== NULL) {
        $tables[$data_table] = [$entity_type_id, TRUE];
      }
    }
    return $tables;
  }

  /**
   * Says what a list that is kept depends on.
   *
   * Otherwise one brand's could be served to another, and outlive a change of a row it was filtered by.
   *
   * @param list<string> $entity_type_ids
   *   The entity types that the result depends on.
   */
  private function bubble(array $entity_type_ids): void {
    $build = [];
    (new CacheableMetadata())
      // Files are in sight of whoever uploaded them.
      ->setCacheContexts([
        'user.sw_actor',
        'user.permissions',
        ...(in_array('file', $entity_type_ids, TRUE) ? ['user'] : []),
      ])
      ->setCacheTags(array_merge(...array_map(fn (string $id) => $this->entityTypeManager->getDefinition($id)->getListCacheTags(), $entity_type_ids)))
      ->applyTo($build);
    $this->renderer->render($build);
  }

}
