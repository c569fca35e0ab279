<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\CacheableResponseInterface;
use Drupal\sw_operations\Cache\TagCounts;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Keeps out of the cache of answers what was being read while somebody saved it.
 *
 * Answers about the journal are never kept: every save adds to it.
 */
final class FreshAnswers implements EventSubscriberInterface {

  private const CORES_HEADER = 'X-Drupal-Dynamic-Cache';

  public function __construct(private readonly TagCounts $counts) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [
      // Before anything is read.
      KernelEvents::REQUEST => ['onRequest', 1001],
      // After JSON:API has made the response (128), before it is kept (100).
      KernelEvents::RESPONSE => ['onResponse', 110],
    ];
  }

  /**
   * Takes the counts.
   */
  public function onRequest(): void {
    $this->counts->take();
  }

  /**
   * Marks an answer that may be old as good for now only.
   */
  public function onResponse(ResponseEvent $event): void {
    $response = $event->getResponse();
    if (!$response instanceof CacheableResponseInterface || !$event->getRequest()->isMethodCacheable() || $response->headers->get(self::CORES_HEADER) === 'HIT') {
      return;
    }
    $route = (string) $event->getRequest()->attributes->get('_route');
    if (str_starts_with($route, 'jsonapi.sw_journal_entry--') || !$this->counts->unmoved($response->getCacheableMetadata()->getCacheTags())) {
      $response->addCacheableDependency((new CacheableMetadata())->setCacheMaxAge(0));
    }
  }

}
