<?php

namespace Drupal\sw_operations\Exception;

use Drupal\jsonapi\JsonApiResource\ResourceObject;
use Symfony\Component\HttpKernel\Exception\ConflictHttpException;

/**
 * The client's copy of a row is not the stored one.
 */
final class VersionConflictException extends ConflictHttpException {

  /**
   * @param array{actor_name: string|null, occurred_at: string}|null $lastChange
   *   Who changed the row last, and when.
   */
  public function __construct(public readonly ?ResourceObject $current, public readonly ?array $lastChange) {
    parent::__construct('The resource was changed since it was read.');
  }

}
