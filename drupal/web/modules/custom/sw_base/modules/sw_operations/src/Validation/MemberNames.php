<?php

namespace Drupal\sw_operations\Validation;

use Drupal\jsonapi\ResourceType\ResourceType;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

/**
 * Refuses attributes and relationships that the resource type doesn't have.
 *
 * Core also takes the internal names of fields, and checks no right for those:
 * `id` would choose the number of a new row.
 */
final class MemberNames {

  /**
   * Checks a well-formed document.
   *
   * @param array<string, mixed> $document
   *   The document.
   */
  public function check(ResourceType $resource_type, array $document): void {
    $names = [];
    foreach ($resource_type->getFields() as $field) {
      if ($field->isFieldEnabled()) {
        $names[] = $field->getPublicName();
      }
    }
    $sent = array_keys(($document['data']['attributes'] ?? []) + ($document['data']['relationships'] ?? []));
    foreach ($sent as $name) {
      if (!in_array((string) $name, $names, TRUE)) {
        throw new UnprocessableEntityHttpException(sprintf('The attribute %s does not exist on the %s resource type.', $name, $resource_type->getTypeName()));
      }
    }
  }

}
