<?php

namespace Drupal\sw_base\Tenancy;

/**
 * The audited way out of tenant scoping, for the platform's own reads.
 *
 * Scoping itself lives in another module, which asks this service whether the
 * code that runs now is the platform's.
 */
final class SystemScope {

  private int $depth = 0;

  /**
   * Runs a callback that may see the rows of every brand.
   *
   * @template T
   *
   * @param callable(): T $callback
   *   Must return nothing of another brand to the user.
   *
   * @return T
   *   What the callback returns.
   */
  public function run(callable $callback): mixed {
    $this->depth++;
    try {
      return $callback();
    }
    finally {
      $this->depth--;
    }
  }

  /**
   * Whether platform code runs now.
   */
  public function isActive(): bool {
    return $this->depth > 0;
  }

}
