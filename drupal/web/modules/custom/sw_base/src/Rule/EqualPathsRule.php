<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Entity\ReferencePaths;
use Drupal\sw_base\Model\ModelType;

/**
 * Pairs of paths that must lead to the same row; a path that leads nowhere passes.
 */
final class EqualPathsRule implements ModelRule {

  public function __construct(private readonly ReferencePaths $paths) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    foreach ($type->equalPaths ?? [] as [$left, $right]) {
      $left_id = $this->paths->targetId($entity, $left);
      $right_id = $this->paths->targetId($entity, $right);
      if ($left_id !== NULL && $right_id !== NULL && $left_id !== $right_id) {
        $field = strtok($right, '.');
        yield new Violation($field, 'not_same_owner', "$left and $right must lead to the same row.");
      }
    }
  }

}
