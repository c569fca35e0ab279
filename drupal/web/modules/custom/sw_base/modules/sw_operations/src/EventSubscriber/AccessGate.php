<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\RequestEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Refuses before anything is looked up, so that a refusal says nothing about rows.
 */
final class AccessGate implements EventSubscriberInterface {

  public function __construct(
    private readonly AccountInterface $currentUser,
    private readonly ResourceTypeRepositoryInterface $resourceTypes,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After authentication (300), before routing (32).
    return [KernelEvents::REQUEST => ['onRequest', 40]];
  }

  /**
   * Anonymous users get the same 403 on every path of every type.
   */
  public function onRequest(RequestEvent $event): void {
    $request = $event->getRequest();
    if (!$this->currentUser->isAnonymous() || !preg_match('#^(?:/[a-z]{2})?/jsonapi/([^/]+)(?:/([^/]+))?#', $request->getPathInfo(), $match)) {
      return;
    }
    $type = $match[1];
    $known = in_array($type, ['operations', 'aggregate'], TRUE) || (($match[2] ?? '') === $type && $this->resourceTypes->get($type, $type));
    if ($known) {
      $request->setRequestFormat('api_json');
      throw new EntityAccessDeniedHttpException(NULL, AccessResult::forbidden()->addCacheContexts(['user.roles:anonymous']), '/data', "The current user is not allowed to {$request->getMethod()} the selected resource.");
    }
  }

}
