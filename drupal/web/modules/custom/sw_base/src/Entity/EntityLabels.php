<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\LabelPattern;
use Drupal\sw_base\Model\ModelField;

/**
 * What a row is called: the text of its label pattern, or of its label field, whatever the field's type.
 */
final class EntityLabels {

  public function __construct(private readonly EntityModelRepository $models) {}

  /**
   * The label of a model row; a reference gives the label of its target.
   */
  public function of(FieldableEntityInterface $entity): string {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    if ($type === NULL) {
      return (string) $entity->label();
    }
    $label = $type->labelPattern === NULL ? '' : LabelPattern::fill($type->labelPattern, fn (string $name) => $this->text($entity, $type->fields[$name]));
    return $label !== '' ? $label : $this->text($entity, $type->fields[$type->labelField]);
  }

  /**
   * The first value of a field as text.
   */
  private function text(FieldableEntityInterface $entity, ModelField $field): string {
    $items = $entity->get($field->name);
    if ($items->isEmpty()) {
      return '';
    }
    if (!$field->isReference()) {
      return (string) $items->value;
    }
    $target = $items->entity;
    return $target instanceof FieldableEntityInterface ? $this->of($target) : '';
  }

}
