<?php

namespace Drupal\sw_operations\EventSubscriber;

use Psr\Log\LoggerInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Notes refused sign-ins by the name that was given. The logger adds time, address and person.
 *
 * Refused requests and missing pages are noted by core, callers beyond their limit by RequestLimit.
 */
final class SecurityLog implements EventSubscriberInterface {

  private const LONGEST_NAME = 60;

  public function __construct(private readonly LoggerInterface $logger) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [KernelEvents::RESPONSE => 'onResponse'];
  }

  /**
   * Notes what the answer refuses.
   */
  public function onResponse(ResponseEvent $event): void {
    $request = $event->getRequest();
    $status = $event->getResponse()->getStatusCode();
    if (!$event->isMainRequest() || $status < 400) {
      return;
    }
    if ($request->attributes->get('_route') === 'user.login.http') {
      $given = json_decode((string) $request->getContent(), TRUE);
      $name = is_array($given) && is_string($given['name'] ?? NULL) ? $given['name'] : '';
    }
    elseif ($status === 401 && $request->headers->has('Authorization')) {
      $name = (string) $request->getUser();
    }
    else {
      return;
    }
    $this->logger->notice('Sign-in as %name was refused (@status).', [
      '%name' => mb_substr(mb_scrub($name), 0, self::LONGEST_NAME),
      '@status' => $status,
    ]);
  }

}
