<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * Keys that are unique within the brand; letter case doesn't matter and no value is a value.
 */
final class UniqueRule implements ModelRule {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    foreach ($type?->unique ?? [] as $key) {
      $filled = array_filter($key, fn (string $name) => !$entity->get($name)->isEmpty());
      $changed = $original === NULL || array_filter($key, fn (string $name) => !$entity->get($name)->equals($original->get($name))) !== [];
      if ($filled !== [] && $changed && $this->isTaken($type, $entity, $key)) {
        $labels = array_map(fn (string $name) => $entity->get($name)->getFieldDefinition()->getLabel(), $key);
        yield new Violation(end($key), 'not_unique', 'Another row already has this value of: ' . implode(', ', $labels) . '.');
      }
    }
  }

  /**
   * @param list<string> $key
   *   The fields of the key.
   */
  private function isTaken(ModelType $type, ContentEntityInterface $entity, array $key): bool {
    $query = $this->entityTypeManager->getStorage($type->name)->getQuery()->accessCheck(FALSE)->range(0, 1);
    if ($type->isTenant()) {
      $brand = $entity->get('brand')->target_id;
      $brand === NULL ? $query->notExists('brand') : $query->condition('brand', $brand);
    }
    foreach ($key as $name) {
      $items = $entity->get($name);
      $items->isEmpty() ? $query->notExists($name) : $query->condition($name, $type->fields[$name]->isReference() ? $items->target_id : $items->value);
    }
    if (!$entity->isNew()) {
      $query->condition('id', $entity->id(), '<>');
    }
    // Rows of the brand that the user may not see count too: two rows with one key would be worse.
    return $this->systemScope->run(fn () => $query->execute()) !== [];
  }

}
