<?php

namespace Drupal\sw_operations\Response;

use Drupal\jsonapi\JsonApiSpec;
use Symfony\Component\HttpFoundation\Response;

/**
 * What our own documents have in common with those that core writes.
 */
final class Envelope {

  /**
   * As core encodes its documents: safe inside of HTML too.
   */
  public const ENCODING = JSON_HEX_TAG | JSON_HEX_APOS | JSON_HEX_AMP | JSON_HEX_QUOT | JSON_THROW_ON_ERROR;

  /**
   * Of an answer to one user, which nobody keeps.
   */
  public const HEADERS = ['Content-Type' => 'application/vnd.api+json', 'Cache-Control' => 'private, no-store'];

  /**
   * The `jsonapi` member. Its version is core's: 1.0 in Drupal 10, 1.1 in Drupal 11.
   *
   * @return array{version: string, meta: array<string, mixed>}
   *   The member.
   */
  public static function jsonapi(): array {
    return [
      'version' => JsonApiSpec::SUPPORTED_SPECIFICATION_VERSION,
      'meta' => ['links' => ['self' => ['href' => JsonApiSpec::SUPPORTED_SPECIFICATION_PERMALINK]]],
    ];
  }

  /**
   * A document without resources, whose `meta` is the answer to one user.
   *
   * @param array<string, mixed> $meta
   *   The answer.
   */
  public static function ofMeta(array $meta): Response {
    return new Response(self::text($meta), 200, self::HEADERS);
  }

  /**
   * The text of such a document.
   *
   * @param array<string, mixed> $meta
   *   The answer.
   * @param array<string, array{href: string}> $links
   *   Its links.
   */
  public static function text(array $meta, array $links = []): string {
    $document = ['jsonapi' => self::jsonapi(), 'data' => [], 'meta' => $meta];
    return json_encode($document + ($links === [] ? [] : ['links' => $links]), self::ENCODING);
  }

}
