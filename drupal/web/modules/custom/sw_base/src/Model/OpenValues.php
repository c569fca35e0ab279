<?php

namespace Drupal\sw_base\Model;

use Drupal\Core\Field\FieldStorageDefinitionInterface;

/**
 * The values of a list to which other modules add some.
 */
final class OpenValues {

  /**
   * Allowed values callback: those that exist for the current user.
   *
   * @return array<string, \Drupal\sw_base\Model\ModelLabel>
   *   Labels by value.
   */
  public static function of(FieldStorageDefinitionInterface $definition, mixed $entity, bool &$is_cacheable): array {
    // Two users of one request may be of two brands.
    $is_cacheable = FALSE;
    $field = \Drupal::service('sw_base.model')->get()->fieldsOf($definition->getTargetEntityTypeId())[$definition->getName()];
    return array_map(ModelLabel::fromArray(...), \Drupal::service('sw_base.in_sight')->valuesOf($field));
  }

}
