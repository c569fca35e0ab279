<?php

namespace Drupal\sw_operations\Response;

use Drupal\jsonapi\Normalizer\Value\CacheableNormalization;
use Symfony\Component\Serializer\Normalizer\NormalizerInterface;

/**
 * What JSON:API's serializer makes of an object, as plain values.
 */
final class Normalization {

  /**
   * @return array<array-key, mixed>
   *   The members of the object on the wire.
   */
  public static function of(NormalizerInterface $serializer, object $object): array {
    $normalization = $serializer->normalize($object, 'api_json', ['account' => NULL, 'sparse_fieldset' => NULL]);
    return $normalization instanceof CacheableNormalization ? (array) $normalization->getNormalization() : (array) $normalization;
  }

}
