<?php

namespace Drupal\sw_tenant\Entity;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Field\EntityReferenceFieldItemList;
use Drupal\Core\Session\AccountInterface;

/**
 * References whose targets don't exist for the user are as good as empty.
 *
 * Those to other brands can't be written; for them this is the second net.
 * Clients and partners meet it where a row refers to people they don't see.
 */
final class TenantReferenceList extends EntityReferenceFieldItemList {

  /**
   * {@inheritdoc}
   */
  public function referencedEntities() {
    return array_filter(parent::referencedEntities(), $this->isShown(...));
  }

  /**
   * {@inheritdoc}
   *
   * What is shown of the list is made from what this returns; the list itself,
   * which is what gets stored, keeps every item that has a value.
   */
  public function filterEmptyItems() {
    parent::filterEmptyItems();
    $shown = array_filter($this->list, fn ($item) => $this->isShown($item->entity));
    if (count($shown) === count($this->list)) {
      return $this;
    }
    $copy = clone $this;
    $copy->list = array_values(array_intersect_key($copy->list, $shown));
    // @phpstan-ignore return.type (the interface promises the list itself)
    return $copy;
  }

  /**
   * {@inheritdoc}
   */
  public function access($operation = 'view', ?AccountInterface $account = NULL, $return_as_object = FALSE) {
    $result = parent::access($operation, $account, TRUE);
    if ($operation === 'view' && $result->isAllowed()) {
      $cacheability = (new CacheableMetadata())->addCacheContexts(['user.sw_actor']);
      foreach ($this->getEntity()->isNew() ? [] : $this->list as $item) {
        $item->entity instanceof ContentEntityInterface && $cacheability->addCacheableDependency($item->entity);
      }
      $result = AccessResult::allowed()->addCacheableDependency($result)->addCacheableDependency($cacheability);
    }
    return $return_as_object ? $result : $result->isAllowed();
  }

  /**
   * Whether the user is told of the target.
   */
  private function isShown(mixed $target): bool {
    return !$target instanceof ContentEntityInterface || \Drupal::service('sw_tenant.row_access')->isLinkable($target);
  }

}
