<?php

namespace Drupal\sw_operations\Cache;

use Drupal\Core\Cache\Cache;
use Drupal\jsonapi\EventSubscriber\ResourceObjectNormalizationCacher;
use Symfony\Component\HttpKernel\Event\TerminateEvent;

/**
 * Keeps the normalizations of rows unless one of their types was saved meanwhile.
 */
final class FreshNormalizations extends ResourceObjectNormalizationCacher {

  private TagCounts $counts;

  /**
   * Called by the container.
   */
  public function setTagCounts(TagCounts $counts): void {
    $this->counts = $counts;
  }

  /**
   * {@inheritdoc}
   */
  public function onTerminate(TerminateEvent $event) {
    $tags = [];
    foreach ($this->toCache as [$object, $parts]) {
      $tags[] = $object->getCacheTags();
      foreach ($parts as $subset) {
        $tags[] = static::mergeCacheableDependencies($subset)->getCacheTags();
      }
    }
    if ($tags !== [] && $this->counts->unmoved(Cache::mergeTags(...$tags))) {
      parent::onTerminate($event);
    }
  }

}
