<?php

namespace Drupal\sw_operations\Exception;

use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * A parameter of the query is malformed.
 */
final class ParameterException extends BadRequestHttpException {

  /**
   * @param string $parameter
   *   Its name.
   * @param string $problem
   *   What it must be.
   */
  public function __construct(public readonly string $parameter, string $problem) {
    parent::__construct("The \"$parameter\" parameter must be $problem.");
  }

}
