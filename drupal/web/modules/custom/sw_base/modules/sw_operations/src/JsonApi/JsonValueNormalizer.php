<?php

namespace Drupal\sw_operations\JsonApi;

use Drupal\jsonapi\Normalizer\Value\CacheableNormalization;
use Drupal\sw_base\Json\JsonText;
use Drupal\sw_base\Plugin\DataType\JsonValue;
use Symfony\Component\Serializer\Normalizer\NormalizerInterface;

/**
 * Shows a JSON field's value as the JSON that it is.
 */
final class JsonValueNormalizer implements NormalizerInterface {

  /**
   * {@inheritdoc}
   */
  public function normalize($object, $format = NULL, array $context = []): CacheableNormalization {
    // Core keeps no objects but those that it wraps itself.
    return CacheableNormalization::permanent(JsonText::decode((string) $object->getValue()));
  }

  /**
   * {@inheritdoc}
   */
  public function supportsNormalization($data, $format = NULL, array $context = []): bool {
    return $data instanceof JsonValue && $format === 'api_json';
  }

  /**
   * {@inheritdoc}
   */
  public function getSupportedTypes(?string $format): array {
    return $format === 'api_json' ? [JsonValue::class => TRUE] : [];
  }

}
