<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\sw_operations\Validation\FilterShape;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Event\RequestEvent;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Refuses query parameters whose shape core would trip over.
 */
final class QueryGate implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After routing (32), which sets the format.
    return [KernelEvents::REQUEST => ['onRequest', 20]];
  }

  /**
   * Checks the parameters of a JSON:API request.
   */
  public function onRequest(RequestEvent $event): void {
    $request = $event->getRequest();
    if ($request->getRequestFormat(NULL) !== 'api_json') {
      return;
    }
    $query = $request->query->all();
    $this->checkFields($query);
    $this->checkSort($query['sort'] ?? NULL);
    $this->checkPage($query['page'] ?? NULL);
    $this->checkSingle($request, 'include');
    $this->checkSingle($request, 'resourceVersion');
    if (array_key_exists('filter', $query)) {
      if (!is_array($query['filter'])) {
        throw $this->notAnArray('filter');
      }
      FilterShape::check($query['filter']);
    }
  }

  /**
   * @param array<string, mixed> $query
   *   All parameters.
   */
  private function checkFields(array $query): void {
    if (!array_key_exists('fields', $query)) {
      return;
    }
    if (!is_array($query['fields'])) {
      throw $this->notAnArray('fields');
    }
    foreach ($query['fields'] as $type => $names) {
      if (!is_string($names)) {
        throw new BadRequestHttpException("The sparse fieldset of $type must be a comma separated list.");
      }
    }
  }

  /**
   * A list of names, or objects with a path each.
   */
  private function checkSort(mixed $sort): void {
    foreach (is_array($sort) ? $sort : [] as $item) {
      if (!is_array($item) || !is_string($item['path'] ?? NULL) || $item['path'] === '') {
        throw new BadRequestHttpException('You need to provide a field name for the sort parameter.');
      }
      foreach (['direction', 'langcode'] as $member) {
        if (isset($item[$member]) && !is_string($item[$member])) {
          throw new BadRequestHttpException("The $member of a sort key must be a single value.");
        }
      }
    }
    foreach (is_string($sort) ? explode(',', $sort) : [] as $name) {
      if ($sort !== '' && ltrim($name, '-') === '') {
        throw new BadRequestHttpException('You need to provide a field name for the sort parameter.');
      }
    }
  }

  /**
   * Numbers, one each.
   */
  private function checkPage(mixed $page): void {
    if ($page !== NULL && !is_array($page)) {
      throw $this->notAnArray('page');
    }
    foreach (['offset', 'limit'] as $member) {
      if (isset($page[$member]) && !is_string($page[$member])) {
        throw new BadRequestHttpException("The page parameter's keys must be single values.");
      }
    }
  }

  /**
   * The words in which the framework says it.
   */
  private function notAnArray(string $name): BadRequestHttpException {
    return new BadRequestHttpException("Unexpected value for parameter \"$name\": expecting \"array\", got \"string\".");
  }

  /**
   * A parameter that may be given once.
   */
  private function checkSingle(Request $request, string $name): void {
    if (is_array($request->query->all()[$name] ?? NULL)) {
      throw new BadRequestHttpException("The $name parameter must be a single value.");
    }
  }

}
