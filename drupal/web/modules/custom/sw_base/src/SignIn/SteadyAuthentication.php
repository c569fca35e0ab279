<?php

namespace Drupal\sw_base\SignIn;

use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Flood\FloodInterface;
use Drupal\Core\Password\PasswordInterface;
use Drupal\user\UserAuthentication;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\RequestStack;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;

/**
 * Doesn't tell by its answers, their number or their time which names there are.
 */
final class SteadyAuthentication extends UserAuthentication {

  private const EVENT = 'sw_base.unknown_name';

  public function __construct(
    EntityTypeManagerInterface $entity_type_manager,
    PasswordInterface $password_checker,
    private readonly FloodInterface $flood,
    private readonly RequestStack $requests,
    private readonly ConfigFactoryInterface $configFactory,
  ) {
    parent::__construct($entity_type_manager, $password_checker);
  }

  /**
   * {@inheritdoc}
   *
   * A blocked account is none: core would say so to anybody who knows its name.
   */
  public function lookupAccount($identifier): UserInterface|false {
    $account = parent::lookupAccount($identifier);
    if ($account && !$account->isBlocked()) {
      return $account;
    }
    $this->count((string) $identifier);
    $this->passwordChecker->hash('as long as for a name that exists');
    return FALSE;
  }

  /**
   * {@inheritdoc}
   */
  public function authenticateAccount(UserInterface $account, #[\SensitiveParameter] string $password): bool {
    if ((string) $account->getPassword() === '') {
      $this->passwordChecker->hash($password);
      return FALSE;
    }
    return parent::authenticateAccount($account, $password);
  }

  /**
   * Core counts the failures of names that exist, and refuses these alone.
   */
  private function count(string $name): void {
    $request = $this->requests->getCurrentRequest();
    if ($request?->attributes->get('_route') !== 'user.login.http') {
      return;
    }
    $settings = $this->configFactory->get('user.flood');
    $identifier = hash('sha256', mb_strtolower($name)) . '-' . $request->getClientIp();
    if (!$this->flood->isAllowed(self::EVENT, $settings->get('user_limit'), $settings->get('user_window'), $identifier)) {
      throw new AccessDeniedHttpException('Too many failed login attempts from your IP address. This IP address is temporarily blocked.');
    }
    $this->flood->register(self::EVENT, $settings->get('user_window'), $identifier);
  }

}
