<?php

namespace Drupal\sw_tenant\JsonApi;

use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\jsonapi\ResourceType\ResourceTypeRepository;

/**
 * The resource types and fields that exist for the current user.
 *
 * Everything of JSON:API that names a type or a field asks here, so what isn't
 * here is answered as what never was. What is built for everybody, the routes,
 * is built in the scope of the platform, which has all.
 */
final class ResourceTypesInSight extends ResourceTypeRepository {

  /**
   * All types and those in sight, by the modules that are open.
   *
   * @var array<string, array{array<string, \Drupal\jsonapi\ResourceType\ResourceType>, array<string, \Drupal\jsonapi\ResourceType\ResourceType>}>
   */
  private array $inSight = [];

  /**
   * {@inheritdoc}
   */
  public function all() {
    $all = parent::all();
    if ($this->isWhole()) {
      return $all;
    }
    $key = implode(',', \Drupal::service('sw_base.actors')->current()->openModules);
    if (!isset($this->inSight[$key]) || $this->inSight[$key][0] !== $all) {
      $this->inSight[$key] = [$all, $this->reduced($all)];
    }
    return $this->inSight[$key][1];
  }

  /**
   * {@inheritdoc}
   */
  public function get($entity_type_id, $bundle) {
    // The parent keeps what it finds, for everybody.
    return $this->isWhole() ? parent::get($entity_type_id, $bundle) : static::lookupResourceType($this->all(), $entity_type_id, $bundle);
  }

  /**
   * Whether nothing is out of sight.
   */
  private function isWhole(): bool {
    return \Drupal::service('sw_base.system_scope')->isActive() || \Drupal::service('sw_base.in_sight')->isWhole();
  }

  /**
   * @param array<string, \Drupal\jsonapi\ResourceType\ResourceType> $all
   *   The types by name.
   *
   * @return array<string, \Drupal\jsonapi\ResourceType\ResourceType>
   *   Those that exist for the current user, without fields that don't.
   */
  private function reduced(array $all): array {
    $in_sight = \Drupal::service('sw_base.in_sight');
    $types = [];
    foreach ($all as $name => $type) {
      $entity_type_id = $type->getEntityTypeId();
      if ($in_sight->hasType($entity_type_id)) {
        $fields = array_filter($type->getFields(), fn (string $field) => $in_sight->hasField($entity_type_id, $field), ARRAY_FILTER_USE_KEY);
        $types[$name] = new ResourceType($entity_type_id, $type->getBundle(), $type->getDeserializationTargetClass(), $type->isInternal(), $type->isLocatable(), $type->isMutable(), $type->isVersionable(), $fields, $name);
      }
    }
    foreach ($types as $name => $type) {
      $targets = array_filter($all[$name]->getRelatableResourceTypes(), fn (string $field) => $type->getFieldByPublicName($field) !== NULL, ARRAY_FILTER_USE_KEY);
      $type->setRelatableResourceTypes(array_map(fn (array $related) => array_values(array_intersect_key($types, array_flip(array_map(fn (ResourceType $target) => $target->getTypeName(), $related)))), $targets));
    }
    return $types;
  }

}
