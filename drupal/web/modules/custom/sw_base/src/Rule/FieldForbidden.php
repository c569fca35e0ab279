<?php

namespace Drupal\sw_base\Rule;

/**
 * A change of a field that the user has no right to.
 */
final class FieldForbidden extends \RuntimeException {

  public function __construct(public readonly string $field, string $message) {
    parent::__construct($message);
  }

}
