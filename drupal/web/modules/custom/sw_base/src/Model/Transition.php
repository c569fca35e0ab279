<?php

namespace Drupal\sw_base\Model;

/**
 * One allowed change of a workflow's state field.
 */
final class Transition {

  /**
   * @param list<string> $from
   *   States it may start from.
   * @param list<string> $requires
   *   Fields that must have a value afterwards.
   * @param array<string, string> $label
   *   The texts keyed by language code.
   */
  public function __construct(
    public readonly string $name,
    public readonly array $from,
    public readonly string $to,
    public readonly ?string $permission = NULL,
    public readonly array $requires = [],
    public readonly array $label = [],
  ) {}

}
