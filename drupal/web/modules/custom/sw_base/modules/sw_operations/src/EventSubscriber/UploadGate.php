<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\jsonapi\Routing\Routes;
use Drupal\sw_base\Access\ModelInSight;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ControllerEvent;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Asks for the right to a row's own field before a file is put into it.
 *
 * Core asks for the right to the field of any row, which doesn't say that this
 * row is no new one and its field set for good.
 */
final class UploadGate implements EventSubscriberInterface {

  public function __construct(private readonly ModelInSight $inSight) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [KernelEvents::CONTROLLER => 'onController'];
  }

  /**
   * Before core takes the file.
   */
  public function onController(ControllerEvent $event): void {
    $attributes = $event->getRequest()->attributes;
    $entity = $attributes->get('entity');
    $field = (string) $attributes->get('file_field_name');
    $resource_type = $attributes->get(Routes::RESOURCE_TYPE_KEY);
    if ($field !== '' && $resource_type instanceof ResourceType && !$this->inSight->hasField($resource_type->getEntityTypeId(), $field)) {
      throw new NotFoundHttpException(sprintf('Field "%s" does not exist.', $field));
    }
    if (!str_ends_with((string) $attributes->get('_route'), '.file_upload.existing_resource') || !$entity instanceof FieldableEntityInterface || !$entity->hasField($field)) {
      return;
    }
    if (!$entity->get($field)->access('edit')) {
      throw new AccessDeniedHttpException("The current user is not allowed to PATCH the selected field ($field).");
    }
  }

}
