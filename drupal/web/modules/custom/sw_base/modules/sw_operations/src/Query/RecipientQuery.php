<?php

namespace Drupal\sw_operations\Query;

use Drupal\Core\Database\Connection;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccountSwitcherInterface;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\user\UserInterface;

/**
 * Which rows other people may see.
 */
final class RecipientQuery {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly Connection $database,
    private readonly AccountSwitcherInterface $accountSwitcher,
    private readonly TypeAccess $typeAccess,
  ) {}

  /**
   * @param list<string> $ids
   *   UUIDs of rows.
   * @param list<string> $users
   *   UUIDs of people.
   * @param list<string> $permissions
   *   What each of the people must hold besides.
   *
   * @return list<array<string, mixed>>
   *   Those who see any of the rows: who they are, where to reach them, and the
   *   UUIDs of the rows.
   */
  public function get(string $entity_type_id, array $ids, array $users, array $permissions): array {
    $rows = $this->internalIds($entity_type_id, $ids);
    $recipients = [];
    foreach ($this->people($users) as $person) {
      $seen = $rows === [] ? [] : $this->seenBy($person, $entity_type_id, $rows, $permissions);
      if ($seen !== []) {
        $recipients[] = [
          'id' => $person->uuid(),
          'name' => $person->getDisplayName(),
          'mail' => $person->getEmail() ?: NULL,
          'language' => $person->get('preferred_langcode')->value ?: NULL,
          'ids' => $seen,
        ];
      }
    }
    return $recipients;
  }

  /**
   * @return array<int, string>
   *   UUIDs by internal id, in the order asked, whoever may see them.
   */
  private function internalIds(string $entity_type_id, array $ids): array {
    $definition = $this->entityTypeManager->getDefinition($entity_type_id);
    $found = $this->database->select($definition->getBaseTable(), 'b')
      ->fields('b', [$definition->getKey('uuid'), $definition->getKey('id')])
      ->condition($definition->getKey('uuid'), $ids, 'IN')
      ->execute()->fetchAllKeyed();
    $rows = [];
    foreach (array_unique(array_map(strtolower(...), $ids)) as $uuid) {
      if (isset($found[$uuid])) {
        $rows[(int) $found[$uuid]] = $uuid;
      }
    }
    return $rows;
  }

  /**
   * @return list<\Drupal\user\UserInterface>
   *   Active people whom the asking user sees, in the order asked.
   */
  private function people(array $users): array {
    $storage = $this->entityTypeManager->getStorage('user');
    $found = $storage->getQuery()->accessCheck()->condition('uuid', $users, 'IN')->condition('status', 1)->execute();
    $people = array_filter($storage->loadMultiple($found), fn ($person) => $person instanceof UserInterface);
    $order = array_flip(array_map(strtolower(...), $users));
    usort($people, fn (UserInterface $a, UserInterface $b) => $order[$a->uuid()] <=> $order[$b->uuid()]);
    return $people;
  }

  /**
   * @return list<string>
   *   UUIDs of the rows that exist for the person, who may view their type.
   */
  private function seenBy(UserInterface $person, string $entity_type_id, array $rows, array $permissions): array {
    $this->accountSwitcher->switchTo($person);
    try {
      foreach ($permissions as $permission) {
        if (!$person->hasPermission($permission)) {
          return [];
        }
      }
      if (!$this->typeAccess->check($entity_type_id, 'view', $person)->isAllowed()) {
        return [];
      }
      $definition = $this->entityTypeManager->getDefinition($entity_type_id);
      $seen = $this->entityTypeManager->getStorage($entity_type_id)->getQuery()->accessCheck()->condition($definition->getKey('id'), array_keys($rows), 'IN')->execute();
      return array_values(array_intersect_key($rows, array_flip($seen)));
    }
    finally {
      $this->accountSwitcher->switchBack();
    }
  }

}
