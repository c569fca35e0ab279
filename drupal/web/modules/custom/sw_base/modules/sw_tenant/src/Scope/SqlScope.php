<?php

namespace Drupal\sw_tenant\Scope;

/**
 * A condition over one table alias; `%alias%` stands for the alias.
 */
final class SqlScope {

  /**
   * @param array<string, mixed> $arguments
   *   Placeholders of the condition.
   */
  public function __construct(
    public readonly string $condition,
    public readonly array $arguments = [],
  ) {}

  /**
   * No row at all.
   */
  public static function nothing(): self {
    return new self('1 = 0');
  }

  /**
   * The condition for an alias.
   */
  public function for(string $alias): string {
    return str_replace('%alias%', $alias, $this->condition);
  }

  /**
   * Both conditions.
   */
  public function and(self $other): self {
    return new self("($this->condition) AND ($other->condition)", $this->arguments + $other->arguments);
  }

}
