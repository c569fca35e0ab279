<?php

namespace Drupal\sw_operations\Atomic;

/**
 * One field of an operation that adds rows; its values stand at one place of each row.
 */
final class RowField {

  public function __construct(
    public readonly string $name,
    public readonly string $internalName,
    // Of a reference: the resource type that it leads to.
    public readonly ?string $target = NULL,
  ) {}

  /**
   * The entity type that a reference leads to.
   */
  public function targetType(): string {
    return explode('--', (string) $this->target)[0];
  }

}
