<?php

namespace Drupal\sw_base\Model;

/**
 * The state machine of a type.
 */
final class Workflow {

  /**
   * @param list<string> $initial
   *   States a new row may have.
   * @param list<\Drupal\sw_base\Model\Transition> $transitions
   *   The allowed changes.
   */
  public function __construct(
    public readonly string $field,
    public readonly array $initial,
    public readonly array $transitions,
  ) {}

  /**
   * @param array<string, mixed> $source
   *   The workflow as written in a model file.
   */
  public static function fromSource(array $source): self {
    $transitions = [];
    foreach ($source['transitions'] ?? [] as $name => $transition) {
      $transitions[] = new Transition(
        $name,
        $transition['from'],
        $transition['to'],
        $transition['permission'] ?? NULL,
        $transition['requires'] ?? [],
        $transition['label'] ?? ['en' => $name],
        $transition['by'] ?? NULL,
        $transition['not_by'] ?? NULL,
        $transition['at_most'] ?? NULL,
        $transition['writes'] ?? [],
      );
    }
    return new self($source['field'], $source['initial'], $transitions);
  }

  /**
   * The transition between two states, or NULL when there is none.
   */
  public function find(string $from, string $to): ?Transition {
    foreach ($this->transitions as $transition) {
      if ($transition->to === $to && in_array($from, $transition->from, TRUE)) {
        return $transition;
      }
    }
    return NULL;
  }

}
