<?php

namespace Drupal\sw_tenant\EventSubscriber;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_tenant\Scope\RowAccess;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Event\ExceptionEvent;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * A foreign row, and a private file that may not be read, answer like what isn't there.
 *
 * Pages load rows by number, past the scoped queries; without this a refusal
 * would tell which numbers exist.
 */
final class ForeignNotFoundSubscriber implements EventSubscriberInterface {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly RowAccess $rows,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // Before anything is logged or rendered.
    return [KernelEvents::EXCEPTION => ['onException', 200]];
  }

  /**
   * Turns the refusal into an absence.
   */
  public function onException(ExceptionEvent $event): void {
    if (!$event->getThrowable() instanceof AccessDeniedHttpException) {
      return;
    }
    $request = $event->getRequest();
    if (str_contains($request->getPathInfo(), '/system/files/') || $this->namesForeignRow($request)) {
      $event->setThrowable(new NotFoundHttpException());
    }
  }

  /**
   * Whether the route was resolved to a row that doesn't exist for the user.
   */
  private function namesForeignRow(Request $request): bool {
    foreach ($request->attributes->all() as $value) {
      if ($value instanceof ContentEntityInterface && $this->models->get()->covers($value->getEntityTypeId()) && !$this->rows->exists($value, $this->currentUser)) {
        return TRUE;
      }
    }
    return FALSE;
  }

}
