<?php

namespace Drupal\sw_tenant\EventSubscriber;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\CacheableResponseInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Which types and fields there are depends on who asks, so every answer that is kept does.
 *
 * Answers of the API come from what core believes to be the same for everybody:
 * the entry point, and the refusal of a field that isn't there.
 */
final class VaryByActor implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // Before the cache of whole answers (100) takes them.
    return [KernelEvents::RESPONSE => ['onResponse', 200]];
  }

  /**
   * Adds the context.
   */
  public function onResponse(ResponseEvent $event): void {
    $response = $event->getResponse();
    if ($response instanceof CacheableResponseInterface) {
      $response->addCacheableDependency((new CacheableMetadata())->setCacheContexts(['user.sw_actor']));
    }
  }

}
