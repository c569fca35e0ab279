<?php

namespace Drupal\sw_base\Json;

use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\EntityDefinitionUpdateManagerInterface;
use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityLastInstalledSchemaRepositoryInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Entity\Sql\SqlContentEntityStorage;
use Drupal\Core\Field\FieldStorageDefinitionInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;

/**
 * Fields that were text and are JSON now.
 *
 * A text that has the field's shape becomes its value. What has another one is
 * kept in a table of its own, and the field is empty.
 */
final class TextConversion {

  public const LEFTOVER = 'sw_json_leftover';

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly JsonShapes $shapes,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly EntityLastInstalledSchemaRepositoryInterface $installed,
    private readonly EntityDefinitionUpdateManagerInterface $updates,
    private readonly Connection $database,
  ) {}

  /**
   * The table of what didn't fit.
   *
   * @return array<string, mixed>
   *   As hook_schema() says it.
   */
  public static function table(): array {
    $name = ['type' => 'varchar_ascii', 'length' => 64, 'not null' => TRUE];
    return [
      'description' => 'Texts that did not have the shape of the JSON field they were in.',
      'fields' => [
        'id' => ['type' => 'serial', 'not null' => TRUE],
        'type' => $name,
        'uuid' => $name,
        'field' => $name,
        'value' => ['type' => 'text', 'size' => 'big', 'not null' => TRUE],
      ],
      'primary key' => ['id'],
    ];
  }

  /**
   * Converts all fields that are still installed as text.
   *
   * @return list<string>
   *   One sentence for each: how many values it has and how many were put aside.
   */
  public function run(): array {
    $said = [];
    foreach ($this->models->get()->types as $type) {
      $before = $this->installed->getLastInstalledFieldStorageDefinitions($type->name);
      foreach ($type->fields as $name => $field) {
        if ($field->type === 'json' && ($before[$name] ?? NULL)?->getType() === 'string_long') {
          $definition = $this->fieldManager->getFieldStorageDefinitions($type->name)[$name];
          $this->updates->updateFieldStorageDefinition($definition);
          [$kept, $put_aside] = $this->convert($type->name, $field, $definition);
          $said[] = "$type->name.$name is JSON: $kept values, $put_aside put aside in " . self::LEFTOVER . '.';
        }
      }
    }
    return $said;
  }

  /**
   * @return array{int, int}
   *   How many values there are now, and how many were put aside.
   */
  private function convert(string $entity_type_id, ModelField $field, FieldStorageDefinitionInterface $definition): array {
    $storage = $this->entityTypeManager->getStorage($entity_type_id);
    $table = $this->entityTypeManager->getDefinition($entity_type_id)->getBaseTable();
    if (!$storage instanceof SqlContentEntityStorage || $table === NULL) {
      return [0, 0];
    }
    $column = $storage->getTableMapping()->getFieldColumnName($definition, 'value');
    $by = $field->schemaBy['field'] ?? NULL;
    $query = $this->database->select($table, 't')->fields('t', array_filter(['id', 'uuid', $column, $by]))->isNotNull($column);
    $counts = [0, 0];
    foreach ($query->execute()->fetchAll(\PDO::FETCH_ASSOC) as $row) {
      $text = JsonText::canonical($row[$column]);
      $fits = $this->shapes->problem($text, $by === NULL ? $field->schema : ($field->schemaBy['schemas'][$row[$by]] ?? NULL)) === NULL;
      if ($row[$column] !== '') {
        $fits || $this->putAside($entity_type_id, $row['uuid'], $field->name, $row[$column]);
        $counts[$fits ? 0 : 1]++;
      }
      $this->database->update($table)->fields([$column => $fits ? $text : NULL])->condition('id', $row['id'])->execute();
    }
    $storage->resetCache();
    return $counts;
  }

  /**
   * Keeps a text that has another shape.
   */
  private function putAside(string $entity_type_id, string $uuid, string $field, string $value): void {
    if (!$this->database->schema()->tableExists(self::LEFTOVER)) {
      $this->database->schema()->createTable(self::LEFTOVER, self::table());
    }
    $this->database->insert(self::LEFTOVER)->fields([
      'type' => $entity_type_id,
      'uuid' => $uuid,
      'field' => $field,
      'value' => $value,
    ])->execute();
  }

}
