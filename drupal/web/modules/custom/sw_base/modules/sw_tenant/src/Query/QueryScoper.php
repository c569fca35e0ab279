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
  ) {}

  /**
   * Alters the query.
   */
  public function scope(SelectInterface $query): void {
    if ($this->context->isSystem() || $this->isUnauthenticatedInternalQuery($query)) {
      return;
    }
    $scoped = FALSE;
    $tables = &$query->getTables();
    foreach ($tables as $alias => &$table) {
      $scope = is_string($table['table']) ? $this->scopeOf($table['table']) : NULL;
      if ($scope === NULL) {
        continue;
      }
      $scoped = TRUE;
      if ($table['join type'] === NULL) {
        $query->where($scope->for($alias), $scope->arguments);
      }
      else {
        $table['condition'] = "({$table['condition']}) AND (" . $scope->for($alias) . ')';
        $table['arguments'] = ($table['arguments'] ?: []) + $scope->arguments;
      }
    }
    if ($scoped && $this->renderer->hasRenderContext()) {
      $this->bubbleContext();
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
   */
  private function scopeOf(string $table): ?SqlScope {
    $this->tables ??= $this->entityTables();
    if (!isset($this->tables[$table])) {
      return NULL;
    }
    [$entity_type_id, $has_columns] = $this->tables[$table];
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
   * Without this, a cached list of one brand could be served to another.
   */
  private function bubbleContext(): void {
    $build = [];
    (new CacheableMetadata())->setCacheContexts(['user.sw_actor', 'user.permissions'])->applyTo($build);
    $this->renderer->render($build);
  }

}
