<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Model\EntityModelRepository;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Rows that a request names again and again.
 *
 * Those of a batch of writes, found with one query per type, and those of the page that is read.
 *
 * It knows only what the scoped query found for the user. What it doesn't know
 * is asked of the database as ever: a UUID that it lacks says nothing.
 */
final class BatchRows implements EventSubscriberInterface {

  /**
   * Ids by entity type and UUID.
   *
   * @var array<string, array<string, int>>
   */
  private array $ids = [];

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityModelRepository $models,
    private readonly ActorRepository $actors,
  ) {}

  /**
   * Loads the rows with those UUIDs, in place of the ones it knew before.
   *
   * @param array<string, array<string, bool>> $uuids
   *   UUIDs by entity type, as keys; TRUE for rows that will be written.
   */
  public function expect(array $uuids): void {
    $this->forgetAll();
    if ($this->actors->current()->isRestrictedToAccounts()) {
      // What is in sight of these follows rows that the batch may change.
      return;
    }
    foreach ($uuids as $entity_type_id => $written) {
      $type = $this->models->get()->type($entity_type_id);
      // A write may take a row whose own value decides out of sight.
      if ($type !== NULL && $type->rowView === NULL) {
        foreach ($this->entityTypeManager->getStorage($entity_type_id)->loadByProperties(['uuid' => array_keys($written)]) as $entity) {
          $this->know($entity, $written[$entity->uuid()] ?? FALSE);
        }
      }
    }
  }

  /**
   * Keeps the rows of a page, whose links lead to them.
   *
   * @param iterable<\Drupal\Core\Entity\EntityInterface> $entities
   *   What the scoped query found for the user, in a request that writes nothing.
   */
  public function found(iterable $entities): void {
    foreach ($entities as $entity) {
      $this->know($entity, FALSE);
    }
  }

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // Before anything looks a row up: no request, nor a part of one, knows what another has found.
    return [KernelEvents::REQUEST => ['forgetAll', 1000]];
  }

  /**
   * Forgets everything.
   */
  public function forgetAll(): void {
    $this->ids = [];
  }

  /**
   * The ids of the rows with those UUIDs, or NULL when it doesn't know them all.
   *
   * @param array<string> $uuids
   *   UUIDs of rows of one type.
   *
   * @return list<int>|null
   *   Their ids.
   */
  public function ids(string $entity_type_id, array $uuids): ?array {
    $ids = [];
    foreach ($this->ids === [] ? [] : $uuids as $uuid) {
      $ids[] = $this->ids[$entity_type_id][$uuid] ?? NULL;
    }
    return $ids === [] || in_array(NULL, $ids, TRUE) ? NULL : $ids;
  }

  /**
   * Keeps a row that the query found.
   */
  private function know(mixed $entity, bool $is_written): void {
    if ($entity instanceof ContentEntityInterface) {
      $this->ids[$entity->getEntityTypeId()][$entity->uuid()] = (int) $entity->id();
      if ($is_written) {
        // What was just read is what is stored: the save need not read it again.
        StoredRow::set($entity, clone $entity);
      }
    }
  }

}
