<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\sw_operations\JsonApi\JsonAttributes;
use Symfony\Component\HttpFoundation\Request;

/**
 * The request that one operation, or one row of it, would be by itself.
 */
final class ResourceRequest {

  /**
   * @param string $method
   *   The method.
   * @param array<string, mixed> $data
   *   The resource object.
   */
  public static function of(string $method, array $data): Request {
    foreach (['attributes', 'relationships'] as $member) {
      if (($data[$member] ?? NULL) === []) {
        unset($data[$member]);
      }
    }
    $request = Request::create('http://localhost/', $method, content: (string) json_encode(['data' => $data]));
    $request->setRequestFormat('api_json');
    $request->attributes->set(JsonAttributes::CONVERTED, TRUE);
    return $request;
  }

}
