<?php

namespace Drupal\sw_base\Journal;

use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * Field values as the text the journal keeps.
 */
final class JournalValues {

  /**
   * UUIDs of the rows that this request deleted, by type and id.
   *
   * @var array<string, array<int|string, string>>
   */
  private array $gone = [];

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
  ) {}

  /**
   * A row was deleted; those that referred to it may follow.
   */
  public function deleted(EntityInterface $entity): void {
    $this->gone[$entity->getEntityTypeId()][$entity->id()] = (string) $entity->uuid();
  }

  /**
   * The value as text: a reference as its UUID, several values as JSON; NULL when empty.
   */
  public function text(FieldItemListInterface $items): ?string {
    if ($items->isEmpty()) {
      return NULL;
    }
    $definition = $items->getFieldDefinition();
    $target = in_array($definition->getType(), ['entity_reference', 'file'], TRUE) ? $definition->getSetting('target_type') : NULL;
    $values = [];
    foreach ($items as $item) {
      $value = $target ? $this->uuid($target, $item->target_id) : $this->scalar($item->getValue(), $definition->getType());
      $values[] = $value;
    }
    if ($definition->getFieldStorageDefinition()->isMultiple() || is_array($values[0])) {
      return json_encode($definition->getFieldStorageDefinition()->isMultiple() ? $values : $values[0], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
    }
    return $values[0];
  }

  /**
   * The UUID behind an entity id, or NULL when the row was gone before this request.
   */
  public function uuid(string $entity_type_id, string|int|null $id): ?string {
    if ($id === NULL) {
      return NULL;
    }
    $row = $this->systemScope->run(fn () => $this->entityTypeManager->getStorage($entity_type_id)->load($id));
    return $row?->uuid() ?? $this->gone[$entity_type_id][$id] ?? NULL;
  }

  /**
   * @param array<string, mixed> $value
   *   The item's properties.
   *
   * @return string|array<string, string>
   *   Text, or named texts for an item of several properties.
   */
  private function scalar(array $value, string $field_type): string|array {
    if ($field_type === 'sw_external_id') {
      return array_map(strval(...), array_intersect_key($value, ['system' => 1, 'value' => 1]));
    }
    $scalar = $value['value'] ?? '';
    return match ($field_type) {
      'boolean' => $scalar ? 'true' : 'false',
      // As on the wire; stored without an offset, and in UTC.
      'datetime' => strlen((string) $scalar) > 10 ? $scalar . '+00:00' : (string) $scalar,
      'timestamp' => gmdate('Y-m-d\TH:i:s+00:00', (int) $scalar),
      default => (string) $scalar,
    };
  }

}
