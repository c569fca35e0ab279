<?php

namespace Drupal\sw_tenant\EventSubscriber;

use Drupal\jsonapi\ResourceType\ResourceTypeBuildEvent;
use Drupal\jsonapi\ResourceType\ResourceTypeBuildEvents;
use Drupal\sw_base\Model\EntityModelRepository;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;

/**
 * Only types of the model, users and files have an API.
 */
final class ResourceTypeAllowList implements EventSubscriberInterface {

  /**
   * What the contract shows of users; the rest of Drupal's user has no API.
   */
  private const USER_FIELDS = [
    'uid', 'uuid', 'name', 'pass', 'mail', 'status', 'created', 'changed', 'preferred_langcode',
    'brand', 'version', 'permissions', 'display_name',
  ];

  public function __construct(private readonly EntityModelRepository $models) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [ResourceTypeBuildEvents::BUILD => 'onBuild'];
  }

  /**
   * Disables what is not on the list.
   */
  public function onBuild(ResourceTypeBuildEvent $event): void {
    [$entity_type_id] = explode('--', $event->getResourceTypeName());
    $model = $this->models->get();
    if (!$model->covers($entity_type_id)) {
      $event->disableResourceType();
      return;
    }
    $shown = [...self::USER_FIELDS, ...array_keys($model->fieldsOf('user'))];
    foreach ($event->getFields() as $field) {
      $name = $field->getInternalName();
      // Rows have no translations: core's files have a language all the same.
      if ($entity_type_id === 'user' ? !in_array($name, $shown, TRUE) : $name === 'langcode') {
        $event->disableField($field);
      }
    }
  }

}
