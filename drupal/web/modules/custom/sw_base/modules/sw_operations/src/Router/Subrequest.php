<?php

namespace Drupal\sw_operations\Router;

use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * One item of a list of requests: a page of the API to be read.
 */
final class Subrequest {

  private const TOKEN = '/\{\{([\w.-]{1,64})\.body@\$\.([\w.-]{1,128})\}\}/';

  /**
   * @param list<string> $waitFor
   *   Ids of items that have to be answered well before.
   */
  private function __construct(
    public readonly string $id,
    public readonly string $uri,
    public readonly array $waitFor,
  ) {}

  /**
   * @param mixed $item
   *   The item as it was sent.
   * @param list<string> $earlier
   *   The ids of the items before it.
   */
  public static function fromItem(mixed $item, array $earlier): self {
    $id = is_array($item) ? ($item['requestId'] ?? NULL) : NULL;
    if (!is_string($id) || !preg_match('/^[\w.-]{1,64}$/D', $id) || in_array($id, $earlier, TRUE)) {
      throw new BadRequestHttpException('Each request needs a "requestId" of its own.');
    }
    if (($item['action'] ?? NULL) !== 'view' || isset($item['body'])) {
      throw new BadRequestHttpException("The request \"$id\" must have the action \"view\": nothing else is supported.");
    }
    if (!is_string($item['uri'] ?? NULL)) {
      throw new BadRequestHttpException("The request \"$id\" needs a \"uri\".");
    }
    $wait_for = $item['waitFor'] ?? [];
    $is_unknown = fn (mixed $name) => !is_string($name) || !in_array($name, [...$earlier, '<ROOT>'], TRUE);
    if (!is_array($wait_for) || array_filter($wait_for, $is_unknown) !== []) {
      throw new BadRequestHttpException("The request \"$id\" may wait for requests before it only.");
    }
    return new self($id, $item['uri'], array_values(array_diff($wait_for, ['<ROOT>'])));
  }

  /**
   * Whether the URI takes something from another answer.
   */
  public function hasTokens(): bool {
    return preg_match(self::TOKEN, $this->uri) === 1;
  }

  /**
   * The URI with values from earlier answers, or NULL when one of them is missing.
   *
   * @param array<string, array<string, mixed>> $answers
   *   Decoded bodies by request id.
   */
  public function resolve(array $answers): ?string {
    $complete = TRUE;
    $uri = preg_replace_callback(self::TOKEN, function (array $match) use ($answers, &$complete): string {
      $value = $answers[$match[1]] ?? NULL;
      foreach (explode('.', $match[2]) as $step) {
        $value = is_array($value) ? ($value[$step] ?? NULL) : NULL;
      }
      $complete = $complete && is_scalar($value);
      return is_scalar($value) ? (string) $value : '';
    }, $this->uri);
    return $complete ? $uri : NULL;
  }

}
