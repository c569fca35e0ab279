<?php

namespace Drupal\sw_base\Admin;

use Drupal\Core\Datetime\DateFormatterInterface;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\Core\Field\EntityReferenceFieldItemListInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Drupal\Core\StringTranslation\StringTranslationTrait;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\LabelPattern;
use Drupal\sw_base\Model\ModelType;

/**
 * Values in the words of the people who read the administration.
 */
final class ValueText {

  use StringTranslationTrait;

  private const SEPARATOR = ', ';

  private const NAMES = 2;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly DateFormatterInterface $dates,
  ) {}

  /**
   * The values of a field, as far as the user may read them.
   */
  public function of(FieldItemListInterface $items): string {
    if (!$items->access('view')) {
      return '';
    }
    $definition = $items->getFieldDefinition();
    if ($items instanceof EntityReferenceFieldItemListInterface) {
      $texts = array_map(fn (EntityInterface $target) => $target->access('view label') ? $this->label($target) : '', $items->referencedEntities());
    }
    else {
      $texts = array_map(fn (array $value) => $this->scalar($definition, $value), $items->getValue());
    }
    return implode(self::SEPARATOR, array_filter($texts, fn (string $text) => $text !== ''));
  }

  /**
   * What a row is called, lists in words.
   */
  public function label(EntityInterface $entity): string {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    if ($type === NULL || !$entity instanceof FieldableEntityInterface) {
      return (string) $entity->label();
    }
    $text = $type->labelPattern === NULL ? '' : LabelPattern::fill($type->labelPattern, fn (string $name) => $this->of($entity->get($name)));
    $text = $text !== '' ? $text : $this->of($entity->get($type->labelField));
    $names = $type->fields[$type->labelField]->type === 'string' ? [] : $this->names($entity, $type);
    return implode(' · ', array_filter([$text !== '' ? $text : "#{$entity->id()}", ...$names]));
  }

  /**
   * What tells rows apart whose label is no name: what they must refer to.
   *
   * @return list<string>
   *   Names of other rows.
   */
  private function names(FieldableEntityInterface $entity, ModelType $type): array {
    $names = [];
    foreach ($type->fields as $field) {
      if ($field->type === 'reference' && $field->required && !$field->multiple && $field->name !== $type->labelField) {
        $names[] = $this->of($entity->get($field->name));
      }
    }
    return array_slice($names, 0, self::NAMES);
  }

  /**
   * A value of a list in words, or the value itself.
   */
  public function option(FieldDefinitionInterface $definition, string $value): string {
    return (string) ($definition->getFieldStorageDefinition()->getSetting('allowed_values')[$value] ?? $value);
  }

  /**
   * @param array<string, mixed> $value
   *   The properties of an item.
   */
  private function scalar(FieldDefinitionInterface $definition, array $value): string {
    return match ($definition->getType()) {
      'list_string', 'list_integer', 'list_float' => $this->option($definition, (string) $value['value']),
      'boolean' => (string) ($value['value'] ? $this->t('Yes') : $this->t('No')),
      // One form for both languages.
      'timestamp', 'created', 'changed' => $this->dates->format((int) $value['value'], 'custom', 'Y-m-d H:i'),
      default => implode(' · ', array_filter($value, is_scalar(...))),
    };
  }

}
