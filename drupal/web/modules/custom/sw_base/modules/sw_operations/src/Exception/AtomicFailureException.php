<?php

namespace Drupal\sw_operations\Exception;

use Symfony\Component\HttpKernel\Exception\HttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

/**
 * The first operation of a batch that failed.
 */
final class AtomicFailureException extends HttpException {

  public function __construct(public readonly int $index, public readonly HttpExceptionInterface $failure) {
    parent::__construct($failure->getStatusCode(), $failure->getMessage(), $failure);
  }

}
