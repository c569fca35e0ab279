<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Database\Connection;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Model\ModelType;

/**
 * What rows of before have now; without history, as nobody changed them.
 */
final class EarlierValues {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly Connection $database,
  ) {}

  /**
   * Lets fields that were just added keep what rows had under another name.
   *
   * A list beside which another one says more follows that one.
   *
   * @param list<string> $added
   *   Names of the fields.
   */
  public function carry(string $entity_type_id, array $added): void {
    $type = $this->models->get()->type($entity_type_id);
    foreach ($type === NULL ? [] : $type->fields as $field) {
      if ($field->was !== NULL && in_array($field->name, $added, TRUE) && $this->database->schema()->fieldExists($type->name, $field->was)) {
        $this->database->query("UPDATE {{$type->name}} SET [$field->name] = [$field->was]");
      }
    }
    foreach ($type === NULL ? [] : $type->fields as $field) {
      if ($field->valuesBy !== NULL && in_array($field->valuesBy['field'], $added, TRUE)) {
        foreach ($field->valuesBy['values'] as $chosen => $values) {
          $this->set($type, $field->valuesBy['field'], (string) $chosen, [$field->name => $values]);
        }
      }
    }
  }

  /**
   * Lets values that are no longer give way to those that took their place.
   */
  public function replace(): void {
    foreach ($this->models->get()->types as $type) {
      foreach (array_filter($type->fields, fn (ModelField $field) => $field->valuesWere !== []) as $field) {
        foreach ($field->valuesWere as $before => $now) {
          $this->set($type, $field->name, $now, [$field->name => [$before]]);
        }
      }
    }
  }

  /**
   * @param array<string, list<string>> $where
   *   Values that the rows have by field.
   */
  private function set(ModelType $type, string $field, string $value, array $where): void {
    $update = $this->database->update($type->name)->fields([$field => $value]);
    foreach ($where as $name => $values) {
      $update->condition($name, $values, 'IN');
    }
    $update->execute();
  }

}
