<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\ModelType;

/**
 * States change along the model's transitions only.
 */
final class WorkflowRule implements ModelRuleInterface {

  public function __construct(private readonly AccountInterface $currentUser) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    $workflow = $type?->workflow;
    if ($workflow === NULL) {
      return;
    }
    $to = (string) $entity->get($workflow->field)->value;
    if (!isset($type->fields[$workflow->field]->values[$to])) {
      // The field's own validation words this.
      return;
    }
    if ($original === NULL) {
      if (!in_array($to, $workflow->initial, TRUE)) {
        yield new Violation($workflow->field, 'transition_not_allowed', "A new row can't start in the state $to.");
      }
      return;
    }
    $from = (string) $original->get($workflow->field)->value;
    if ($from === $to) {
      return;
    }
    $transition = $workflow->find($from, $to);
    if ($transition === NULL) {
      yield new Violation($workflow->field, 'transition_not_allowed', "The state can't change from $from to $to.");
      return;
    }
    if ($transition->permission !== NULL && !$this->currentUser->hasPermission($transition->permission)) {
      throw new FieldForbidden($workflow->field, "The '$transition->permission' permission is required.");
    }
    foreach ($transition->requires as $name) {
      if ($entity->get($name)->isEmpty()) {
        yield new Violation($name, 'transition_requires', "The change to $to needs a value here.");
      }
    }
  }

}
