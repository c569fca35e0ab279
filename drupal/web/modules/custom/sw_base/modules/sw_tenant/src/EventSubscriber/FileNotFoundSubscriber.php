<?php

namespace Drupal\sw_tenant\EventSubscriber;

use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ExceptionEvent;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * A private file that may not be read answers like one that isn't there.
 */
final class FileNotFoundSubscriber implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [KernelEvents::EXCEPTION => ['onException', 200]];
  }

  /**
   * Turns the refusal into an absence.
   */
  public function onException(ExceptionEvent $event): void {
    if ($event->getThrowable() instanceof AccessDeniedHttpException && str_starts_with($event->getRequest()->getPathInfo(), '/system/files/')) {
      $event->setThrowable(new NotFoundHttpException());
    }
  }

}
