<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\CacheableResponseInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Keeps answers about the journal out of the page cache.
 *
 * Every save adds to the journal, so a kept answer is hardly ever of use. It
 * can do harm: one that was being read while something was saved would be
 * kept without that entry until the next save.
 */
final class FreshJournal implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After JSON:API has made the response (128), before it is kept (100).
    return [KernelEvents::RESPONSE => ['onResponse', 110]];
  }

  /**
   * Marks an answer about the journal as good for now only.
   */
  public function onResponse(ResponseEvent $event): void {
    $response = $event->getResponse();
    $route = (string) $event->getRequest()->attributes->get('_route');
    if ($response instanceof CacheableResponseInterface && str_starts_with($route, 'jsonapi.sw_journal_entry--')) {
      $response->addCacheableDependency((new CacheableMetadata())->setCacheMaxAge(0));
    }
  }

}
