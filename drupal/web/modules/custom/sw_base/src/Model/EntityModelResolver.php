<?php

namespace Drupal\sw_base\Model;

/**
 * Merges model files into one model.
 */
final class EntityModelResolver {

  /**
   * @param array<string, array<string, mixed>> $sources
   *   Parsed model files by module.
   */
  public function resolve(array $sources): EntityModel {
    [$extensions, $core_types, $owner_sees] = $this->extensions($sources);
    $types = [];
    $permissions = [];
    foreach ($sources as $module => $source) {
      foreach ($source['permissions'] ?? [] as $name => $permission) {
        $permissions[$name] = [
          'label' => $permission['label'],
          'module' => $module,
          'includes' => $permission['includes'] ?? [],
        ];
      }
      foreach ($source['entity_types'] ?? [] as $name => $type) {
        if (isset($types[$name])) {
          throw new \LogicException("$module: entity type $name is already declared by {$types[$name]->module}.");
        }
        $type = $this->extended($name, $type, $sources);
        $fields = $this->fields($module, $type['fields'] ?? []) + ($extensions[$name] ?? []);
        $types[$name] = ModelType::fromSource($name, $module, $type, $fields);
      }
    }
    foreach ($types as $type) {
      foreach ($type->ownPermissions() as $operation => $permission) {
        $permissions[$permission] = [
          'label' => $this->operationLabel($operation, $type),
          'module' => $type->module,
          'includes' => [],
        ];
      }
    }
    $modules = array_values(array_diff(array_keys($sources), ['sw_base']));
    sort($modules);
    return new EntityModel($types, $core_types, $permissions, $this->roles($sources, $types), $owner_sees, $modules, $this->jsonSchemas($sources));
  }

  /**
   * @return array{array<string, array<string, ModelField>>, array<string, array<string, ModelField>>, array<string, array{field: string, values: list<string>}>}
   *   Fields that extend own types, fields added to core types, and what
   *   restricted users see of core types.
   */
  private function extensions(array $sources): array {
    $own = array_merge(...array_values(array_map(fn (array $source) => $source['entity_types'] ?? [], $sources)) ?: [[]]);
    $extensions = [];
    $core_types = [];
    $owner_sees = [];
    foreach ($sources as $module => $source) {
      foreach ($source['extend'] ?? [] as $name => $extension) {
        $fields = $this->fields($module, $extension['fields'] ?? []);
        if (isset($own[$name])) {
          $extensions[$name] = ($extensions[$name] ?? []) + $fields;
        }
        else {
          $core_types[$name] = ($core_types[$name] ?? []) + $fields;
          $owner_sees += isset($extension['owner_sees']) ? [$name => $extension['owner_sees']] : [];
        }
      }
    }
    return [$extensions, $core_types, $owner_sees];
  }

  /**
   * A type as it is written, with what other modules add to it besides fields.
   *
   * @return array<string, mixed>
   *   The type.
   */
  private function extended(string $name, array $type, array $sources): array {
    foreach ($sources as $module => $source) {
      $extension = $source['extend'][$name] ?? [];
      foreach ($extension['values'] ?? [] as $field => $values) {
        if (!isset($type['fields'][$field]['extensible'])) {
          throw new \LogicException("$module: $name.$field takes no values of other modules.");
        }
        $type['fields'][$field]['values'] += $values;
        $type['fields'][$field]['value_modules'] = ($type['fields'][$field]['value_modules'] ?? []) + array_fill_keys(array_keys($values), $module);
      }
      foreach ($extension['schema_by'] ?? [] as $field => $schemas) {
        $type['fields'][$field]['schema_by']['schemas'] += $schemas;
      }
      foreach ($extension['values_by'] ?? [] as $field => $values) {
        $type['fields'][$field]['values_by']['values'] = array_merge_recursive($type['fields'][$field]['values_by']['values'], $values);
      }
      $type['fill_from'] = ($type['fill_from'] ?? []) + ($extension['fill_from'] ?? []);
      $type['equal_paths'] = [...$type['equal_paths'] ?? [], ...$extension['equal_paths'] ?? []];
      if (isset($extension['row_view'])) {
        $type['row_view']['permissions'] += $extension['row_view'];
      }
    }
    if (isset($type['row_view']['permissions'])) {
      // A row whose value names no permission needs that of viewing the type.
      $values = array_keys($type['fields'][$type['row_view']['field']]['values']);
      $type['row_view']['permissions'] += array_fill_keys($values, $type['access']['view'] ?? "view $name");
    }
    return $type;
  }

  /**
   * @return array<string, ModelField>
   *   The fields by name.
   */
  private function fields(string $module, array $sources): array {
    $fields = [];
    foreach ($sources as $name => $source) {
      $fields[$name] = ModelField::fromSource($name, $module, $source);
    }
    return $fields;
  }

  /**
   * @param array<string, ModelType> $types
   *   The own types.
   *
   * @return array<string, array{label: array<string, string>, permissions: list<string>}>
   *   The platform defaults by role.
   */
  private function roles(array $sources, array $types): array {
    $roles = [];
    $bundles = array_merge(...array_values(array_map(fn (array $source) => $source['bundles'] ?? [], $sources)) ?: [[]]);
    foreach ($sources as $module => $source) {
      foreach ($source['roles'] ?? [] as $name => $role) {
        $named_bundles = array_map(
          fn (string $bundle) => $source['bundles'][$bundle] ?? $bundles[$bundle] ?? throw new \LogicException("$module: the role $name names the bundle $bundle, which nobody declares."),
          $role['types']['bundles'] ?? [],
        );
        $roles[$name]['label'] ??= $role['label'] ?? ['en' => $name];
        $roles[$name]['permissions'] = array_merge($roles[$name]['permissions'] ?? [], $role['permissions'] ?? []);
        foreach (ModelType::OPERATIONS as $operation) {
          $named = $role['types'][$operation] ?? [];
          $permissions = $named === 'all' ? $this->everyPermission($operation, $types) : array_map(fn (string $type) => "$operation $type", $named);
          foreach ($named_bundles as $bundle) {
            array_push($permissions, ...array_map(fn (string $type) => "$operation $type", $bundle[$operation] ?? []));
          }
          $roles[$name]['permissions'] = array_merge($roles[$name]['permissions'], $permissions);
        }
      }
    }
    foreach ($roles as &$role) {
      $role['permissions'] = array_values(array_unique($role['permissions']));
      sort($role['permissions']);
    }
    return $roles;
  }

  /**
   * @return array<string, array<string, mixed>>
   *   The shapes of JSON fields by name.
   */
  private function jsonSchemas(array $sources): array {
    $schemas = [];
    foreach ($sources as $module => $source) {
      foreach ($source['json_schemas'] ?? [] as $name => $schema) {
        if (isset($schemas[$name])) {
          throw new \LogicException("$module: the JSON schema $name is already declared.");
        }
        $schemas[$name] = $schema;
      }
    }
    return $schemas;
  }

  /**
   * @return list<string>
   *   The operation's permission on every type that names no special one.
   */
  private function everyPermission(string $operation, array $types): array {
    $permissions = [];
    foreach ($types as $type) {
      if (isset($type->ownPermissions()[$operation]) && ($operation === 'view' || $type->writable)) {
        $permissions[] = "$operation $type->name";
      }
    }
    return $permissions;
  }

  /**
   * @return array<string, string>
   *   The texts by language.
   */
  private function operationLabel(string $operation, ModelType $type): array {
    $verbs = [
      'view' => ['Voir', 'View'],
      'create' => ['Créer', 'Create'],
      'edit' => ['Modifier', 'Edit'],
      'delete' => ['Supprimer', 'Delete'],
    ];
    return [
      'fr' => $verbs[$operation][0] . ' : ' . ($type->label['fr_plural'] ?? $type->label['fr']),
      'en' => $verbs[$operation][1] . ': ' . ($type->label['en_plural'] ?? $type->label['en']),
    ];
  }

}
