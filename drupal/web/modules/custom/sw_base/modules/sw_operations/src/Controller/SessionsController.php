<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\SignIn\LimitedSessions;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/**
 * One's own open sessions, and the end of all but the one that asks.
 */
final class SessionsController implements ContainerInjectionInterface {

  public function __construct(
    private readonly LimitedSessions $sessions,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.sessions'), $container->get('current_user'));
  }

  /**
   * Answers GET.
   */
  public function list(Request $request): Response {
    $sessions = array_map(fn (array $session): array => [
      'begun' => gmdate('Y-m-d\TH:i:sP', $session['begun']),
      'used' => gmdate('Y-m-d\TH:i:sP', $session['used']),
    ] + $session, $this->sessions->ofAccount((int) $this->currentUser->id(), $request->getSession()->getId()));
    $limits = ['idle' => LimitedSessions::IDLE_SECONDS, 'absolute' => LimitedSessions::ABSOLUTE_SECONDS];
    return Envelope::ofMeta(['sessions' => $sessions, 'limits' => $limits]);
  }

  /**
   * Answers DELETE.
   */
  public function endOthers(Request $request): Response {
    $this->sessions->end((int) $this->currentUser->id(), $request->getSession()->getId());
    return new Response('', 204, ['Cache-Control' => 'private, no-store']);
  }

}
