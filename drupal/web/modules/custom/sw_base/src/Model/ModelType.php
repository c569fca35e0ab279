<?php

namespace Drupal\sw_base\Model;

/**
 * One entity type of the model, defaults filled in and extensions merged.
 */
final class ModelType {

  public const OPERATIONS = ['view', 'create', 'edit', 'delete'];

  /**
   * @param array<string, string> $label
   *   Singular and plural texts: `fr`, `en`, `fr_plural`, `en_plural`.
   * @param array<string, string> $access
   *   Permission (or `authenticated`) by operation.
   * @param array<string, mixed>|null $rowView
   *   One of `{field, permissions}`, `{flag, permission}`, `{permission_field}` or `{user_field, permission?}`.
   * @param array<string, \Drupal\sw_base\Model\ModelField> $fields
   *   The fields by name.
   * @param array<string, string> $description
   *   What the type is for, keyed by language code.
   * @param list<list<string>> $unique
   *   Keys that are unique within the brand.
   * @param list<list<string>> $indexes
   *   Fields indexed together.
   * @param list<array{string, string}> $equalPaths
   *   Pairs of paths that must lead to the same row.
   * @param array<string, array{type: string, parent: string, applied?: string, until?: string}> $periods
   *   By field: the type that says from day to day what it was.
   * @param string|null $labelPattern
   *   How a row is called where its label field alone doesn't say it.
   * @param array<string, string> $fillFrom
   *   Reference to path: what rows that are older than the reference refer to.
   * @param bool $ownerSeesUsed
   *   Whether clients and partners see only the rows to which theirs refer.
   */
  public function __construct(
    public readonly string $name,
    public readonly array $label,
    public readonly string $module,
    public readonly string $labelField,
    public readonly string $scope,
    public readonly ?string $ownerPath,
    public readonly array $access,
    public readonly bool $writable,
    public readonly bool $journal,
    public readonly ?array $rowView,
    public readonly array $fields,
    public readonly array $unique,
    public readonly array $indexes,
    public readonly array $equalPaths,
    public readonly ?Workflow $workflow,
    public readonly array $periods = [],
    public readonly array $description = [],
    public readonly ?string $labelPattern = NULL,
    public readonly array $fillFrom = [],
    public readonly bool $ownerSeesUsed = FALSE,
  ) {}

  /**
   * @param array<string, mixed> $source
   *   The type as written in a model file.
   * @param array<string, \Drupal\sw_base\Model\ModelField> $fields
   *   Its fields, those of extensions included.
   */
  public static function fromSource(string $name, string $module, array $source, array $fields): self {
    $access = [];
    foreach (self::OPERATIONS as $operation) {
      $access[$operation] = $source['access'][$operation] ?? "$operation $name";
    }
    return new self(
      name: $name,
      label: $source['label'],
      module: $module,
      labelField: $source['label_field'],
      scope: $source['scope'],
      ownerPath: $source['owner_path'] ?? NULL,
      access: $access,
      writable: $source['writable'] ?? TRUE,
      journal: $source['journal'] ?? TRUE,
      rowView: $source['row_view'] ?? NULL,
      fields: $fields,
      unique: $source['unique'] ?? [],
      indexes: $source['indexes'] ?? [],
      equalPaths: $source['equal_paths'] ?? [],
      workflow: isset($source['workflow']) ? Workflow::fromSource($source['workflow']) : NULL,
      periods: $source['periods'] ?? [],
      description: $source['description'] ?? [],
      labelPattern: $source['label_pattern'] ?? NULL,
      fillFrom: $source['fill_from'] ?? [],
      ownerSeesUsed: ($source['owner_sees'] ?? NULL) === 'used',
    );
  }

  /**
   * Whether rows belong to a brand.
   */
  public function isTenant(): bool {
    return $this->scope === 'tenant';
  }

  /**
   * The permissions that exist only for this type, by operation.
   *
   * @return array<string, string>
   *   Operation → permission.
   */
  public function ownPermissions(): array {
    return array_filter($this->access, fn (string $permission, string $operation) => $permission === "$operation $this->name", ARRAY_FILTER_USE_BOTH);
  }

}
