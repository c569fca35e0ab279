<?php

namespace Drupal\sw_base\Journal;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Field\FieldItemList;
use Drupal\Core\Session\AccountInterface;

/**
 * Changes of a row's fields: those of fields that don't exist for the user are not told.
 *
 * What is stored, and hashed, keeps them all.
 */
final class ChangeList extends FieldItemList {

  /**
   * {@inheritdoc}
   *
   * Entries are written past the entity API: who goes through the list, shows it.
   */
  #[\ReturnTypeWillChange]
  public function getIterator() {
    return new \ArrayIterator($this->shown());
  }

  /**
   * {@inheritdoc}
   */
  public function access($operation = 'view', ?AccountInterface $account = NULL, $return_as_object = FALSE) {
    $result = parent::access($operation, $account, TRUE);
    if ($operation === 'view' && $result->isAllowed()) {
      $result = AccessResult::allowed()->addCacheableDependency($result)->addCacheContexts(['user.sw_actor']);
    }
    return $return_as_object ? $result : $result->isAllowed();
  }

  /**
   * @return list<\Drupal\Core\Field\FieldItemInterface>
   *   The changes that the user is told of.
   */
  private function shown(): array {
    $entity = $this->getEntity();
    $is_told = $entity->hasField('subject_type') && !\Drupal::service('sw_base.system_scope')->isActive();
    $closed = $is_told ? \Drupal::service('sw_base.in_sight')->closedFieldsOf((string) $entity->get('subject_type')->value) : [];
    return array_values($closed === [] ? $this->list : array_filter($this->list, fn ($item) => !in_array($item->field, $closed, TRUE)));
  }

}
