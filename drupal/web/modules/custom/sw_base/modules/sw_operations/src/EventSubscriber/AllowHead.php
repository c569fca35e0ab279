<?php

namespace Drupal\sw_operations\EventSubscriber;

use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Says in the answer to OPTIONS that what can be got can be asked for by HEAD.
 */
final class AllowHead implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [KernelEvents::RESPONSE => 'onResponse'];
  }

  /**
   * Core names the methods that routes declare.
   */
  public function onResponse(ResponseEvent $event): void {
    $headers = $event->getResponse()->headers;
    $allowed = explode(', ', (string) $headers->get('Allow'));
    if ($event->getRequest()->isMethod('OPTIONS') && in_array('GET', $allowed, TRUE) && !in_array('HEAD', $allowed, TRUE)) {
      $headers->set('Allow', implode(', ', [...$allowed, 'HEAD']));
    }
  }

}
