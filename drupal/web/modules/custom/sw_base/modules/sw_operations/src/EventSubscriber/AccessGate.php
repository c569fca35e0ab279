<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Flood\FloodInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\Session\SessionConfigurationInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Event\RequestEvent;
use Symfony\Component\HttpKernel\Exception\HttpException;
use Symfony\Component\HttpKernel\Exception\TooManyRequestsHttpException;
use Symfony\Component\HttpKernel\Exception\UnauthorizedHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Refuses before anything is looked up, so that a refusal says nothing about rows.
 */
final class AccessGate implements EventSubscriberInterface {

  private const FAILURES = 'sw_operations.failed_basic_auth';

  /**
   * What stands at the place of a type.
   */
  private const OWN_PATHS = [
    'operations', 'aggregate', 'site-fields', 'recipients', 'outbox', 'account-mails', 'sessions',
  ];

  public function __construct(
    private readonly AccountInterface $currentUser,
    private readonly ResourceTypeRepositoryInterface $resourceTypes,
    private readonly SessionConfigurationInterface $sessionConfiguration,
    private readonly ConfigFactoryInterface $configFactory,
    private readonly FloodInterface $flood,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After authentication (300), before routing (32).
    return [KernelEvents::REQUEST => ['onRequest', 40]];
  }

  /**
   * Anonymous users get the same refusal on every path of every type.
   */
  public function onRequest(RequestEvent $event): void {
    $request = $event->getRequest();
    if (!$this->currentUser->isAnonymous() || !preg_match('#^(?:/[a-z]{2})?/jsonapi(?:/([^/]+)(?:/([^/]+))?|/?$)#', $request->getPathInfo(), $match)) {
      return;
    }
    if ($request->headers->has('PHP_AUTH_USER')) {
      $request->setRequestFormat('api_json');
      throw $this->wrongCredentials($request);
    }
    $type = $match[1] ?? '';
    if ($type === '') {
      return;
    }
    $known = in_array($type, self::OWN_PATHS, TRUE) || (($match[2] ?? '') === $type && $this->resourceTypes->get($type, $type)?->isInternal() === FALSE);
    if ($known) {
      $request->setRequestFormat('api_json');
      if (!$this->sessionConfiguration->hasSession($request) && !$request->headers->has('Authorization')) {
        throw new UnauthorizedHttpException($this->challenge(), 'No authentication credentials provided.');
      }
      throw new EntityAccessDeniedHttpException(NULL, AccessResult::forbidden()->addCacheContexts(['user.roles:anonymous']), '/data', "The current user is not allowed to {$request->getMethod()} the selected resource.");
    }
  }

  /**
   * Core goes on without a user where credentials are wrong; who sent some wants to know.
   *
   * Names are counted whether they exist or not: core refuses a right password
   * after so many wrong ones, and that must not tell which names there are.
   */
  private function wrongCredentials(Request $request): HttpException {
    $settings = $this->configFactory->get('user.flood');
    if (!$this->flood->isAllowed('basic_auth.failed_login_ip', $settings->get('ip_limit'), $settings->get('ip_window'))) {
      return new TooManyRequestsHttpException((int) $settings->get('ip_window'), 'Too many failed login attempts from your IP address. This IP address is temporarily blocked.');
    }
    $name = hash('sha256', mb_strtolower((string) $request->headers->get('PHP_AUTH_USER'))) . '-' . $request->getClientIp();
    if (!$this->flood->isAllowed(self::FAILURES, $settings->get('user_limit'), $settings->get('user_window'), $name)) {
      return new TooManyRequestsHttpException((int) $settings->get('user_window'), "There have been more than {$settings->get('user_limit')} failed login attempts for this account. It is temporarily blocked.");
    }
    $this->flood->register(self::FAILURES, $settings->get('user_window'), $name);
    return new UnauthorizedHttpException($this->challenge(), 'The credentials are wrong.');
  }

  /**
   * How to authenticate, in core's words.
   */
  private function challenge(): string {
    return 'Basic realm="' . addcslashes((string) $this->configFactory->get('system.site')->get('name'), '"\\') . '"';
  }

}
