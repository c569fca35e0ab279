<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Component\Utility\UrlHelper;
use Drupal\Core\Access\AccessResult;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\JsonApiSpec;
use Drupal\sw_operations\Exception\ParameterException;
use Drupal\sw_operations\Outbox\Heads;
use Drupal\sw_operations\Outbox\JournalHeads;
use Drupal\sw_operations\Outbox\WaitingReads;
use Drupal\sw_operations\Response\Envelope;
use Drupal\sw_operations\Response\ErrorDocument;
use Drupal\sw_operations\Response\UnsessionedResponse;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Event\RequestEvent;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\HttpKernel\Exception\MethodNotAllowedHttpException;
use Symfony\Component\HttpKernel\Exception\TooManyRequestsHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Answers `GET /jsonapi/outbox`: how far the journals of all brands are, at once or when one has gone on.
 *
 * A route would not do: Drupal caches each new query it finds a route for, and
 * every mark is a new one.
 */
final class OutboxSubscriber implements EventSubscriberInterface {

  private const PERMISSION = 'follow outbox';

  private const LONGEST_WAIT_SECONDS = 25;

  public function __construct(
    private readonly AccountInterface $currentUser,
    private readonly JournalHeads $heads,
    private readonly WaitingReads $waiting,
    private readonly ErrorDocument $errors,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After the access gate (40), before routing (32).
    return [KernelEvents::REQUEST => ['onRequest', 36]];
  }

  /**
   * Answers the address; as a part of another request it doesn't exist, for a part that waits would hold up the others.
   */
  public function onRequest(RequestEvent $event): void {
    $request = $event->getRequest();
    if (!$event->isMainRequest() || !preg_match('#^(?:/[a-z]{2})?/jsonapi/outbox/?$#D', $request->getPathInfo())) {
      return;
    }
    try {
      $event->setResponse($this->answer($request));
    }
    catch (HttpExceptionInterface $refusal) {
      // Without a route core would blame basic authentication for it.
      $event->setResponse($this->errors->response($refusal));
    }
  }

  /**
   * The answer to whoever may have it.
   */
  private function answer(Request $request): Response {
    if (!$request->isMethodCacheable()) {
      $sentence = 'No route found for "%s %s": Method Not Allowed (Allow: GET, HEAD)';
      throw new MethodNotAllowedHttpException(['GET', 'HEAD'], sprintf($sentence, $request->getMethod(), $request->getUri()));
    }
    // No user of a brand holds it.
    $access = AccessResult::allowedIfHasPermission($this->currentUser, self::PERMISSION);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
    $this->refuseOthers($request);
    [$after, $wait] = [$this->after($request), $this->wait($request)];
    // Whoever waits holds up nothing of the same session, and stores nothing in the end.
    $request->hasSession() && $request->getSession()->save();
    $heads = $this->heads->read();
    if ($heads->mark === $after && $wait > 0) {
      $heads = $this->waitFor($heads, $wait);
    }
    $query = UrlHelper::buildQuery($request->query->all());
    $self = $request->getSchemeAndHttpHost() . $request->getBaseUrl() . $request->getPathInfo() . ($query === '' ? '' : "?$query");
    $meta = ['mark' => $heads->mark, 'heads' => (object) $heads->sequences];
    return new UnsessionedResponse(Envelope::text($meta, ['self' => ['href' => $self]]), 200, Envelope::HEADERS);
  }

  /**
   * Waits in one of the user's places.
   */
  private function waitFor(Heads $known, int $seconds): Heads {
    $leave = $this->waiting->enter((int) $this->currentUser->id());
    if ($leave === NULL) {
      throw new TooManyRequestsHttpException(1, sprintf('At most %d reads of a user wait at the same time. Try again in 1 second.', WaitingReads::PER_USER));
    }
    try {
      return $this->heads->after($known, $seconds);
    }
    finally {
      $leave();
    }
  }

  /**
   * Names that the specification keeps for itself, and which mean nothing here.
   */
  private function refuseOthers(Request $request): void {
    foreach (array_map(strval(...), array_keys(array_diff_key($request->query->all(), ['after' => 0, 'wait' => 0]))) as $name) {
      if (!JsonApiSpec::isValidCustomQueryParameter($name)) {
        throw new ParameterException($name, 'absent: only "after" and "wait" have a meaning here');
      }
    }
  }

  /**
   * The mark that the reader knows, or NULL.
   */
  private function after(Request $request): ?string {
    $mark = $request->query->all()['after'] ?? NULL;
    if ($mark !== NULL && !(is_string($mark) && preg_match('/^[A-Za-z0-9_-]{1,128}$/D', $mark))) {
      throw new ParameterException('after', 'a mark as an earlier answer gave it');
    }
    return $mark;
  }

  /**
   * How many seconds the reader waits for something new.
   */
  private function wait(Request $request): int {
    $seconds = $request->query->all()['wait'] ?? '0';
    if (!is_string($seconds) || !preg_match('/^[0-9]{1,2}$/D', $seconds) || (int) $seconds > self::LONGEST_WAIT_SECONDS) {
      throw new ParameterException('wait', 'a whole number of seconds from 0 to ' . self::LONGEST_WAIT_SECONDS);
    }
    return (int) $seconds;
  }

}
