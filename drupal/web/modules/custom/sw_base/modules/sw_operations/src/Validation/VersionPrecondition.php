<?php

namespace Drupal\sw_operations\Validation;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\jsonapi\JsonApiResource\ResourceObject;
use Drupal\jsonapi\ResourceType\ResourceTypeRepositoryInterface;
use Drupal\sw_base\Tenancy\SystemScope;
use Drupal\sw_operations\Exception\VersionConflictException;

/**
 * A write says which version it was based on; another one is refused.
 */
final class VersionPrecondition {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
    private readonly ResourceTypeRepositoryInterface $resourceTypes,
  ) {}

  /**
   * Compares both ways of saying it with the stored version.
   *
   * @param string|null $if_match
   *   The If-Match header.
   * @param mixed $sent
   *   The attribute, NULL when it was not sent.
   */
  public function check(ContentEntityInterface $entity, ?string $if_match, mixed $sent): void {
    if (!$entity->hasField('version')) {
      return;
    }
    $stored = (string) (int) $entity->get('version')->value;
    $tag = $if_match === NULL ? NULL : trim(preg_replace('#^W/#', '', trim($if_match)), '"');
    if (($tag !== NULL && $tag !== '*' && $tag !== $stored) || ($sent !== NULL && $sent !== (int) $stored)) {
      throw $this->conflict($entity);
    }
  }

  /**
   * The refusal, with the row as it is stored now.
   */
  public function conflict(ContentEntityInterface $entity): VersionConflictException {
    $current = $this->entityTypeManager->getStorage($entity->getEntityTypeId())->load($entity->id());
    $resource_type = $this->resourceTypes->get($entity->getEntityTypeId(), $entity->bundle());
    $visible = $current instanceof ContentEntityInterface && $current->access('view');
    return new VersionConflictException($visible ? ResourceObject::createFromEntity($resource_type, $current) : NULL, $this->lastChange($entity));
  }

  /**
   * @return array{actor_name: string|null, occurred_at: string}|null
   *   The journal's last word on the row.
   */
  private function lastChange(ContentEntityInterface $entity): ?array {
    // Not a right to read the journal: only who and when, of a row in sight.
    $entry = $this->systemScope->run(function () use ($entity) {
      $storage = $this->entityTypeManager->getStorage('sw_journal_entry');
      $ids = $storage->getQuery()->accessCheck(FALSE)->condition('subject_id', $entity->uuid())->sort('id', 'DESC')->range(0, 1)->execute();
      return $ids ? $storage->load(reset($ids)) : NULL;
    });
    return !$entry instanceof ContentEntityInterface ? NULL : [
      'actor_name' => $entry->get('actor_name')->value,
      'occurred_at' => gmdate('Y-m-d\TH:i:s+00:00', (int) $entry->get('occurred_at')->value),
    ];
  }

}
