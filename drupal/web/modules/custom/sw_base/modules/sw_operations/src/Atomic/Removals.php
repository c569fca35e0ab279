<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Core\Entity\EntityInterface;
use Drupal\sw_base\Storage\Referrers;
use Drupal\sw_operations\Exception\AtomicFailureException;
use Drupal\sw_operations\Exception\StillReferencedException;
use Drupal\user\UserInterface;

/**
 * Rows that a request removes must not leave references hanging unless it says so.
 *
 * A batch is looked at when all of it is written: what it removes too, or points
 * elsewhere, refers to the row no more.
 */
final class Removals {

  /**
   * Places of the batch's removals by entity type and id; NULL outside of a batch.
   *
   * @var array<string, array<int, int>>|null
   */
  private ?array $removed = NULL;

  public function __construct(private readonly Referrers $referrers) {}

  /**
   * From here on removals are looked at by check().
   */
  public function begin(): void {
    $this->removed = [];
  }

  /**
   * The batch is over, whether it was checked or not.
   */
  public function end(): void {
    $this->removed = NULL;
  }

  /**
   * Remembers a removal of the batch.
   */
  public function add(int $index, EntityInterface $entity): void {
    // Accounts are blocked, not deleted.
    if (!$entity instanceof UserInterface) {
      $this->removed[$entity->getEntityTypeId()][(int) $entity->id()] = $index;
    }
  }

  /**
   * Looks at all removals of the batch; the first that leaves something hanging fails it.
   */
  public function check(): void {
    $found = [];
    foreach ($this->removed ?? [] as $entity_type_id => $indexes) {
      foreach ($this->referrers->of($entity_type_id, array_keys($indexes)) as $id => $references) {
        $found[$indexes[$id]] = $references;
      }
    }
    if ($found !== []) {
      $index = min(array_keys($found));
      throw new AtomicFailureException($index, new StillReferencedException($found[$index]));
    }
  }

  /**
   * Looks at a single removal before it happens; in a batch check() does.
   */
  public function checkOne(EntityInterface $entity): void {
    if ($this->removed === NULL && !$entity instanceof UserInterface) {
      $references = $this->referrers->of($entity->getEntityTypeId(), [(int) $entity->id()]);
      if ($references !== []) {
        throw new StillReferencedException(reset($references));
      }
    }
  }

}
