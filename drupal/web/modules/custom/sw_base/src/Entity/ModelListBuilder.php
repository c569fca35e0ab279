<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Entity\EntityListBuilder;

/**
 * The administration list of a model type.
 */
final class ModelListBuilder extends EntityListBuilder {

  private const COLUMNS = 4;

  /**
   * {@inheritdoc}
   */
  public function buildHeader() {
    $header = ['label' => $this->entityType->getLabel()];
    foreach ($this->columns() as $name) {
      $header[$name] = \Drupal::service('entity_field.manager')->getBaseFieldDefinitions($this->entityTypeId)[$name]->getLabel();
    }
    return $header + parent::buildHeader();
  }

  /**
   * {@inheritdoc}
   */
  public function buildRow(EntityInterface $entity) {
    assert($entity instanceof ModelEntityInterface);
    $row = ['label' => $entity->hasLinkTemplate('canonical') ? $entity->toLink() : $entity->label()];
    foreach ($this->columns() as $name) {
      $items = $entity->get($name);
      $row[$name] = $items->access('view') ? $items->getString() : '';
    }
    return $row + parent::buildRow($entity);
  }

  /**
   * @return list<string>
   *   The first plain fields after the label.
   */
  private function columns(): array {
    $type = \Drupal::service('sw_base.model')->get()->type($this->entityTypeId);
    $plain = array_filter($type->fields, fn ($field) => !$field->multiple && !$field->isReference() && $field->type !== 'text' && $field->name !== $type->labelField);
    return array_slice(array_keys($plain), 0, self::COLUMNS);
  }

}
