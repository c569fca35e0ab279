<?php

namespace Drupal\sw_operations\Exception;

use Symfony\Component\HttpKernel\Exception\ConflictHttpException;

/**
 * Rows refer to the one that would be deleted.
 */
final class StillReferencedException extends ConflictHttpException {

  /**
   * @param list<array{type: string|null, count: int}> $references
   *   How many rows of which type.
   */
  public function __construct(public readonly array $references) {
    parent::__construct('The resource is still referred to by others.');
  }

}
