<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Model\ModelType;

/**
 * Keys that are unique within the brand; letter case doesn't matter and no value is a value.
 */
final class UniqueRule implements ModelRuleInterface {

  public function __construct(private readonly Connection $database) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    foreach ($type->unique ?? [] as $key) {
      $filled = array_filter($key, fn (string $name) => !$entity->get($name)->isEmpty());
      $changed = $original === NULL || array_filter($key, fn (string $name) => !$entity->get($name)->equals($original->get($name))) !== [];
      if ($filled !== [] && $changed && $this->isTaken($type, $entity, $key)) {
        yield self::violation($entity, $key);
      }
    }
  }

  /**
   * What a row is told whose key another one has.
   *
   * @param list<string> $key
   *   The fields of the key.
   */
  public static function violation(ContentEntityInterface $entity, array $key): Violation {
    $labels = array_map(fn (string $name) => $entity->get($name)->getFieldDefinition()->getLabel(), $key);
    return new Violation(end($key), 'not_unique', 'Another row already has this value of: ' . implode(', ', $labels) . '.');
  }

  /**
   * Asks the table itself, every row of the brand.
   *
   * Two rows with one key would be worse than saying that one exists which the user may not see.
   *
   * @param list<string> $key
   *   The fields of the key.
   */
  private function isTaken(ModelType $type, ContentEntityInterface $entity, array $key): bool {
    $query = $this->database->select($type->name, 't')->fields('t', ['id'])->range(0, 1);
    foreach ($type->isTenant() ? ['brand', ...$key] : $key as $name) {
      $items = $entity->get($name);
      $is_reference = $name === 'brand' || $type->fields[$name]->isReference();
      $value = $is_reference ? $items->target_id : $items->value;
      if ($items->isEmpty()) {
        $query->isNull($name);
      }
      elseif ($is_reference || $this->database->driver() !== 'pgsql') {
        // Columns of text compare without letter case here, accented letters included.
        $query->condition($name, $value);
      }
      else {
        $query->where("LOWER([t].[$name]::text) = LOWER(:sw_$name)", [":sw_$name" => $value]);
      }
    }
    if (!$entity->isNew()) {
      $query->condition('id', $entity->id(), '<>');
    }
    return $query->execute()->fetchField() !== FALSE;
  }

}
