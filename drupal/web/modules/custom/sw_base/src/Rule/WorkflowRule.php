<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Model\Transition;

/**
 * States change along the model's transitions only.
 */
final class WorkflowRule implements ModelRuleInterface {

  public function __construct(
    private readonly AccountInterface $currentUser,
    private readonly SumLimit $limits,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    $workflow = $type?->workflow;
    if ($workflow === NULL) {
      return;
    }
    $field = $workflow->field;
    $to = (string) $entity->get($field)->value;
    if (!isset($type->fields[$field]->values[$to])) {
      // The field's own validation words this.
      return;
    }
    if ($original === NULL) {
      if (!in_array($to, $workflow->initial, TRUE)) {
        yield new Violation($field, 'transition_not_allowed', "A new row can't start in the state $to.");
        return;
      }
      yield from $this->named($type, $entity, NULL, NULL);
      yield from $this->written($type, $entity, NULL, NULL);
      return;
    }
    $from = (string) $original->get($field)->value;
    if ($from === $to) {
      yield from $this->named($type, $entity, $original, NULL);
      yield from $this->written($type, $entity, $original, NULL);
      return;
    }
    $transition = $workflow->find($from, $to);
    if ($transition === NULL) {
      yield new Violation($field, 'transition_not_allowed', "The state can't change from $from to $to.");
      return;
    }
    if ($transition->permission !== NULL && !$this->currentUser->hasPermission($transition->permission)) {
      throw new FieldForbidden($field, "The '$transition->permission' permission is required.");
    }
    $other = $transition->notBy === NULL ? FALSE : $this->userIn($original, $transition->notBy);
    if ($other === NULL || $other === (int) $this->currentUser->id()) {
      yield new Violation($field, 'same_person', 'Somebody else has to make this change.');
      return;
    }
    $passed = $transition->atMost === NULL ? NULL : $this->limits->passed($entity, $transition->atMost);
    if ($passed !== NULL) {
      yield new Violation($field, 'needs_approval', "Above $passed this change needs approval.", $passed);
      return;
    }
    foreach ($transition->requires as $name) {
      if ($entity->get($name)->isEmpty()) {
        yield new Violation($name, 'transition_requires', "The change to $to needs a value here.");
      }
    }
    yield from $this->named($type, $entity, $original, $transition);
    yield from $this->written($type, $entity, $original, $transition);
  }

  /**
   * What a transition writes changes at no other time.
   */
  private function written(ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original, ?Transition $transition): iterable {
    $fields = array_unique(array_merge(...array_map(fn (Transition $one) => $one->writes, $type->workflow->transitions ?? [])));
    foreach (array_diff($fields, $transition->writes ?? []) as $name) {
      $items = $entity->get($name);
      if ($original === NULL ? !$items->isEmpty() : !$items->equals($original->get($name))) {
        yield new Violation($name, 'transition_not_allowed', 'It changes with a change of state that writes it.');
      }
    }
  }

  /**
   * Who made a change is written with it and is nobody else.
   *
   * At other times the name may only go.
   */
  private function named(ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original, ?Transition $transition): iterable {
    $fields = array_unique(array_filter(array_map(fn (Transition $one) => $one->by, $type->workflow->transitions ?? [])));
    foreach ($fields as $name) {
      $value = $this->userIn($entity, $name);
      // That nobody is named where somebody has to be is said by what the
      // transition requires.
      if ($value === NULL) {
        continue;
      }
      $right = $name === $transition?->by
        ? $value === (int) $this->currentUser->id()
        : $original !== NULL && $value === $this->userIn($original, $name);
      if (!$right) {
        yield new Violation($name, 'transition_not_allowed', 'It names who makes the change, when it is made.');
      }
    }
  }

  /**
   * The user whom a field names.
   */
  private function userIn(ContentEntityInterface $entity, string $field): ?int {
    $id = $entity->get($field)->target_id;
    return $id === NULL ? NULL : (int) $id;
  }

}
