<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Session\AccountInterface;
use Drupal\sw_operations\Atomic\ProgressFile;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\RequestEvent;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Answers how far a batch is.
 *
 * A route would not do: Drupal caches each new path it finds a route for, and on
 * SQLite that write would wait for the very transaction that is asked about.
 */
final class ProgressSubscriber implements EventSubscriberInterface {

  public function __construct(private readonly AccountInterface $currentUser, private readonly ProgressFile $progress) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After the access gate (40), before routing (32).
    return [KernelEvents::REQUEST => ['onRequest', 36]];
  }

  /**
   * Answers GET /jsonapi/operations/{request_id}.
   */
  public function onRequest(RequestEvent $event): void {
    $request = $event->getRequest();
    if (!$request->isMethodCacheable() || !preg_match('#^(?:/[a-z]{2})?/jsonapi/operations/([^/]+)$#D', $request->getPathInfo(), $match)) {
      return;
    }
    $progress = $this->progress->read((int) $this->currentUser->id(), rawurldecode($match[1]));
    if ($progress === NULL) {
      $request->setRequestFormat('api_json');
      throw new NotFoundHttpException('There is no request with that id.');
    }
    $event->setResponse(Envelope::ofMeta([
      'done' => $progress['done'],
      'total' => $progress['total'],
      'state' => $progress['state'],
    ]));
  }

}
