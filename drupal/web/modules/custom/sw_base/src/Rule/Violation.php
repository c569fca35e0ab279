<?php

namespace Drupal\sw_base\Rule;

/**
 * A broken rule of the model.
 */
final class Violation {

  public function __construct(
    public readonly string $field,
    public readonly string $code,
    public readonly string $message,
    public readonly ?string $bound = NULL,
  ) {}

}
