<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;

/**
 * Somebody else changed the row between its loading and its saving.
 */
final class StaleWriteException extends \RuntimeException {

  public function __construct(public readonly ContentEntityInterface $entity) {
    parent::__construct('The row was changed since it was loaded.');
  }

}
