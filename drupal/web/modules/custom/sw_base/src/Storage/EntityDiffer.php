<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;

/**
 * Says which stored fields of a row differ from what is in the database.
 */
final class EntityDiffer {

  /**
   * Fields the platform maintains: a change of only these is no change.
   */
  private const MAINTAINED = ['id', 'uuid', 'created', 'changed', 'version'];

  /**
   * @return list<string>
   *   Names of the changed fields, in definition order.
   */
  public function changedFields(ContentEntityInterface $entity, ContentEntityInterface $original): array {
    $changed = [];
    foreach ($entity->getFieldDefinitions() as $name => $definition) {
      if (!$definition->isComputed() && !in_array($name, self::MAINTAINED, TRUE) && !$entity->get($name)->equals($original->get($name))) {
        $changed[] = $name;
      }
    }
    return $changed;
  }

}
