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
   * @param string|null $by
   *   A reference to a user that names who made this change.
   * @param string|null $notBy
   *   A reference to a user: the change is somebody else's.
   * @param array{setting: string, of: string, by: string, sum: string, where: array<string, list<string>>}|null $atMost
   *   A sum and the bound of the brand that it may not pass.
   * @param list<string> $writes
   *   Fields that change with it, and at no other time.
   */
  public function __construct(
    public readonly string $name,
    public readonly array $from,
    public readonly string $to,
    public readonly ?string $permission = NULL,
    public readonly array $requires = [],
    public readonly array $label = [],
    public readonly ?string $by = NULL,
    public readonly ?string $notBy = NULL,
    public readonly ?array $atMost = NULL,
    public readonly array $writes = [],
  ) {}

}
