<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\Site\Settings;
use Drupal\sw_operations\Limit\RequestCounter;
use Drupal\sw_operations\Response\Envelope;
use Psr\Log\LoggerInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpFoundation\IpUtils;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Event\RequestEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * So many requests a minute per person, and a tenth of them per unknown address.
 */
final class RequestLimit implements EventSubscriberInterface {

  private const DEFAULT_PER_MINUTE = 1200;

  public function __construct(
    private readonly AccountInterface $currentUser,
    private readonly RequestCounter $counter,
    private readonly TimeInterface $time,
    private readonly LoggerInterface $logger,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // Right after authentication (300).
    return [KernelEvents::REQUEST => ['onRequest', 299]];
  }

  /**
   * Refuses requests beyond the limit.
   */
  public function onRequest(RequestEvent $event): void {
    $request = $event->getRequest();
    if (!$event->isMainRequest() || $this->isInside($request)) {
      return;
    }
    $per_minute = max(1, (int) Settings::get('sw_requests_per_minute', self::DEFAULT_PER_MINUTE));
    $anonymous = $this->currentUser->isAnonymous();
    $limit = $anonymous ? max(1, intdiv($per_minute, 10)) : $per_minute;
    $now = $this->time->getCurrentTime();
    $count = $this->counter->count($anonymous ? 'address:' . $this->network($request) : 'user:' . $this->currentUser->id(), $now);
    if ($count > $limit) {
      // Once a minute: what floods the site must not flood its log.
      if ($count === $limit + 1) {
        $this->logger->warning('More than @limit requests in a minute: the rest of it is refused.', ['@limit' => $limit]);
      }
      $event->setResponse($this->refusal(RequestCounter::WINDOW_SECONDS - $now % RequestCounter::WINDOW_SECONDS));
    }
  }

  /**
   * Whether a trusted address calls for itself: the services, and whoever sits at this machine.
   */
  private function isInside(Request $request): bool {
    $proxies = Settings::get('reverse_proxy', FALSE) ? Settings::get('reverse_proxy_addresses', []) : [];
    // The client's address is the last one that is not a trusted proxy's, or a trusted one when there is no other.
    return $proxies !== [] && IpUtils::checkIp((string) $request->getClientIp(), $proxies);
  }

  /**
   * The address; of IPv6, where everybody has as many as they like, the network.
   */
  private function network(Request $request): string {
    $address = (string) $request->getClientIp();
    $packed = @inet_pton($address);
    return $packed !== FALSE && strlen($packed) === 16 ? bin2hex(substr($packed, 0, 8)) : $address;
  }

  /**
   * The answer to one request too many.
   */
  private function refusal(int $seconds): JsonResponse {
    return new JsonResponse([
      'jsonapi' => Envelope::jsonapi(),
      'errors' => [
        [
          'title' => 'Too Many Requests',
          'status' => '429',
          'detail' => "Too many requests. Try again in $seconds seconds.",
        ],
      ],
    ], 429, [
      'Content-Type' => 'application/vnd.api+json',
      'Retry-After' => (string) $seconds,
      'Cache-Control' => 'private, no-store',
    ]);
  }

}
