<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Entity\ReferencePaths;
use Drupal\sw_base\Model\ModelType;

/**
 * Pairs of paths that must lead to the same row; a path that leads nowhere passes.
 *
 * Where a step holds several references, all of them must.
 */
final class EqualPathsRule implements ModelRuleInterface {

  public function __construct(private readonly ReferencePaths $paths) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    foreach ($type->equalPaths ?? [] as [$left, $right]) {
      // A row from before the rule can be saved as long as what the rule is about stays.
      if ($original !== NULL && !$this->changes($entity, $original, $left) && !$this->changes($entity, $original, $right)) {
        continue;
      }
      $left_ids = $this->paths->targetIds($entity, $left);
      $right_ids = $this->paths->targetIds($entity, $right);
      if ($left_ids !== [] && $right_ids !== [] && count(array_unique([...$left_ids, ...$right_ids])) > 1) {
        yield new Violation($this->firstStep($right), 'not_same_owner', "$left and $right must lead to the same row.");
      }
    }
  }

  /**
   * Whether the row lets a path begin elsewhere than before.
   */
  private function changes(ContentEntityInterface $entity, ContentEntityInterface $original, string $path): bool {
    $field = $this->firstStep($path);
    return !$entity->get($field)->equals($original->get($field));
  }

  /**
   * The field that a path begins with.
   */
  private function firstStep(string $path): string {
    return explode('.', $path)[0];
  }

}
