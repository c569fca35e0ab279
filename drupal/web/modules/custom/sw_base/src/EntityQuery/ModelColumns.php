<?php

namespace Drupal\sw_base\EntityQuery;

use Drupal\sw_base\Model\EntityModel;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Text\Normaliser;

/**
 * What the columns of the model's tables hold.
 */
final class ModelColumns {

  private const CORE_TABLES = ['users_field_data' => 'user', 'users' => 'user', 'file_managed' => 'file'];

  private const PLATFORM_COLUMNS = ['id', 'uid', 'fid', 'version', 'brand', 'entity_id', 'delta'];

  private const INTEGERS = ['integer', 'boolean', 'reference', 'file'];

  /**
   * The kind of number in a column, or NULL when it holds text.
   */
  public static function kind(EntityModel $model, string $table, string $column): ?NumberKind {
    $entity_type_id = self::entityType($table);
    if (!$model->covers($entity_type_id)) {
      return NULL;
    }
    $field = self::field($model, $table, $column);
    if ($field === NULL && str_starts_with($column, 'field_')) {
      return self::siteFieldKind($entity_type_id, $column);
    }
    if ($field === NULL) {
      if ($column === 'created' || $column === 'changed') {
        return NumberKind::Time;
      }
      return in_array($column, self::PLATFORM_COLUMNS, TRUE) ? NumberKind::Integer : NULL;
    }
    return match (TRUE) {
      $field->type === 'decimal' => NumberKind::Decimal,
      $field->type === 'datetime' => NumberKind::Time,
      in_array($field->type, self::INTEGERS, TRUE) => NumberKind::Integer,
      default => NULL,
    };
  }

  /**
   * The model's field whose values are in a column.
   */
  private static function field(EntityModel $model, string $table, string $column): ?ModelField {
    $fields = $model->fieldsOf(self::entityType($table));
    return $fields[$column] ?? $fields[preg_replace('/_?_(value|target_id)$/D', '', $column)] ?? NULL;
  }

  /**
   * The field of a column that holds texts of people, or NULL.
   */
  public static function textField(EntityModel $model, string $table, string $column): ?ModelField {
    $entity_type_id = self::entityType($table);
    if (!$model->covers($entity_type_id)) {
      return NULL;
    }
    $field = self::field($model, $table, $column);
    if ($field === NULL && str_starts_with($column, 'field_')) {
      $name = (string) preg_replace('/_value$/D', '', $column);
      $storage = \Drupal::service('entity_field.manager')->getFieldStorageDefinitions($entity_type_id)[$name] ?? NULL;
      $field = $storage === NULL ? NULL : Normaliser::siteField($name, $storage->getType());
    }
    return $field?->isText() ? $field : NULL;
  }

  /**
   * Whether rows of the table are written by people: the words of others are as they are.
   */
  public static function isWritten(EntityModel $model, string $table): bool {
    return $model->type(self::entityType($table))->writable ?? TRUE;
  }

  /**
   * The entity type of a table.
   */
  private static function entityType(string $table): string {
    return self::CORE_TABLES[$table] ?? explode('__', $table)[0];
  }

  /**
   * The same for a column of a field that a site builder added.
   */
  private static function siteFieldKind(string $entity_type_id, string $column): ?NumberKind {
    $storage = \Drupal::service('entity_field.manager')->getFieldStorageDefinitions($entity_type_id)[preg_replace('/_(value|target_id)$/D', '', $column)] ?? NULL;
    return match ($storage?->getType()) {
      'decimal', 'float', 'list_float' => NumberKind::Decimal,
      'integer', 'boolean', 'timestamp', 'list_integer', 'entity_reference' => NumberKind::Integer,
      default => NULL,
    };
  }

}
