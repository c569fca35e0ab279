<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Access\TypeAccess;

/**
 * Rows that the current user's own request made: they may be taken back without the right to delete.
 */
final class OwnCreations {

  /**
   * Versions by request id and row.
   *
   * @var array<string, array<string, int>>
   */
  private array $versions = [];

  public function __construct(
    private readonly Connection $database,
    private readonly AccountInterface $currentUser,
    private readonly ActorRepository $actors,
    private readonly TypeAccess $typeAccess,
  ) {}

  /**
   * The version that the request left the row in; NULL where the user may not take it back that way.
   */
  public function version(EntityInterface $entity, string $request_id): ?int {
    if (!$this->typeAccess->check($entity->getEntityTypeId(), 'create', $this->currentUser)->isAllowed()) {
      return NULL;
    }
    $this->versions[$request_id] ??= $this->read($request_id);
    return $this->versions[$request_id][$entity->getEntityTypeId() . ':' . $entity->uuid()] ?? NULL;
  }

  /**
   * @return array<string, int>
   *   Versions by type and UUID.
   */
  private function read(string $request_id): array {
    $query = $this->database->select('sw_journal_entry', 'e')
      ->fields('e', ['subject_type', 'subject_id', 'operation', 'subject_version'])
      ->condition('request_id', $request_id)
      ->condition('actor', (int) $this->currentUser->id());
    $brand = $this->actors->current()->brandId;
    $brand === NULL ? $query->isNull('brand') : $query->condition('brand', $brand);
    $versions = $made = [];
    foreach ($query->execute() as $entry) {
      $key = "$entry->subject_type:$entry->subject_id";
      $versions[$key] = max($versions[$key] ?? 0, (int) $entry->subject_version);
      $made[$key] = ($made[$key] ?? FALSE) || $entry->operation === 'create';
    }
    return array_intersect_key($versions, array_filter($made));
  }

}
