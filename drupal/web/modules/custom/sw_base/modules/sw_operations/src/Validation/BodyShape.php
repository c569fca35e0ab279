<?php

namespace Drupal\sw_operations\Validation;

use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

/**
 * Refuses documents whose members have another shape than JSON:API gives them.
 *
 * Core trusts the shape, and answers 500 where it is wrong.
 */
final class BodyShape {

  /**
   * Checks a document that holds one resource object.
   */
  public function checkResource(mixed $document): void {
    if (!is_array($document) || ($document !== [] && array_is_list($document))) {
      throw new BadRequestHttpException('The request body must be a JSON object.');
    }
    $data = $document['data'] ?? NULL;
    if (!is_array($data) || ($data !== [] && array_is_list($data))) {
      throw new BadRequestHttpException('Resource object must include a "type".');
    }
    if (array_key_exists('type', $data) && !is_string($data['type'])) {
      throw new BadRequestHttpException('The "type" of a resource object must be a string.');
    }
    if (isset($data['id']) && !is_string($data['id'])) {
      throw new UnprocessableEntityHttpException('IDs should be properly generated and formatted UUIDs as described in RFC 4122.');
    }
    foreach (['attributes', 'relationships'] as $member) {
      if (array_key_exists($member, $data) && (!is_array($data[$member]) || ($data[$member] !== [] && array_is_list($data[$member])))) {
        throw new BadRequestHttpException("The \"$member\" member must be an object.");
      }
    }
    foreach ($data['relationships'] ?? [] as $name => $relationship) {
      if (!is_array($relationship) || !array_key_exists('data', $relationship)) {
        throw new BadRequestHttpException("The relationship \"$name\" must be an object with a \"data\" member.");
      }
      $this->checkLinkage($relationship['data'], (string) $name);
    }
    $this->refuseNul($data);
  }

  /**
   * Neither password hashes nor every database can hold the character NUL.
   *
   * @param array<array-key, mixed> $data
   *   The resource object.
   */
  private function refuseNul(array $data): void {
    array_walk_recursive($data, function (mixed $value): void {
      if (is_string($value) && str_contains($value, "\0")) {
        throw new UnprocessableEntityHttpException('Text must not contain the character NUL.');
      }
    });
  }

  /**
   * Checks a document that holds resource linkage.
   */
  public function checkRelationship(mixed $document, string $name): void {
    if (!is_array($document) || !array_key_exists('data', $document)) {
      throw new BadRequestHttpException('Invalid body payload for the relationship.');
    }
    $this->checkLinkage($document['data'], $name);
  }

  /**
   * Null, an identifier or a list of identifiers.
   */
  private function checkLinkage(mixed $linkage, string $name): void {
    if ($linkage === NULL) {
      return;
    }
    if (!is_array($linkage)) {
      throw new BadRequestHttpException("The data of the relationship \"$name\" must be null, a resource identifier or a list of them.");
    }
    foreach (array_is_list($linkage) ? $linkage : [$linkage] as $identifier) {
      if (!is_array($identifier)) {
        throw new BadRequestHttpException("The relationship \"$name\" holds something that is no resource identifier.");
      }
      foreach (['type', 'id'] as $member) {
        if (isset($identifier[$member]) && !is_string($identifier[$member])) {
          throw new BadRequestHttpException("The \"$member\" of a resource identifier must be a string.");
        }
      }
      if (empty($identifier['id'])) {
        throw new BadRequestHttpException('No ID specified for related resource');
      }
      if (empty($identifier['type'])) {
        throw new BadRequestHttpException('No type specified for related resource');
      }
      if (isset($identifier['meta']) && !is_array($identifier['meta'])) {
        throw new BadRequestHttpException('The "meta" of a resource identifier must be an object.');
      }
      $arity = $identifier['meta']['arity'] ?? 0;
      if (!is_int($arity) || $arity < 0) {
        throw new BadRequestHttpException('The "arity" of a resource identifier must be a whole number.');
      }
    }
  }

}
