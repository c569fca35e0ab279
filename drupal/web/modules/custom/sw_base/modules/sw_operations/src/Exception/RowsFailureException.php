<?php

namespace Drupal\sw_operations\Exception;

use Symfony\Component\HttpKernel\Exception\HttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

/**
 * What is wrong with an operation that adds rows: at one place of it, or in some of its rows.
 */
final class RowsFailureException extends HttpException {

  /**
   * Nobody reads more.
   */
  public const MOST = 100;

  /**
   * @param non-empty-list<array{string, \Symfony\Component\HttpKernel\Exception\HttpExceptionInterface}> $failures
   *   Where in the operation something is wrong, and what.
   * @param list<string> $fields
   *   The names of the operation's fields: what is wrong with one of them is wrong at its place in the row.
   * @param string|null $errorCode
   *   The errors' code, where they have none of their own.
   */
  public function __construct(
    public readonly array $failures,
    public readonly array $fields = [],
    public readonly ?string $errorCode = NULL,
  ) {
    parent::__construct($failures[0][1]->getStatusCode(), $failures[0][1]->getMessage(), $failures[0][1]);
  }

  /**
   * One thing at one place.
   */
  public static function at(string $place, HttpExceptionInterface $failure, ?string $code = NULL): self {
    return new self([[$place, $failure]], [], $code);
  }

}
