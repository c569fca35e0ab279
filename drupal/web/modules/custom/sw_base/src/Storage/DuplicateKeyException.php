<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Rule\Violation;

/**
 * Somebody else stored a row with the same key after this one was validated.
 */
final class DuplicateKeyException extends \RuntimeException {

  public function __construct(
    public readonly ContentEntityInterface $entity,
    public readonly Violation $violation,
  ) {
    parent::__construct($violation->message);
  }

}
