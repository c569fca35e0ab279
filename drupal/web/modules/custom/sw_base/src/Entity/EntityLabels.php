<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\sw_base\Model\EntityModelRepository;

/**
 * What a row is called: the text of its label field, whatever the field's type.
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
    $items = $entity->get($type->labelField);
    if ($items->isEmpty()) {
      return '';
    }
    if (!$type->fields[$type->labelField]->isReference()) {
      return (string) $items->value;
    }
    $target = $items->entity;
    return $target instanceof FieldableEntityInterface ? $this->of($target) : '';
  }

}
