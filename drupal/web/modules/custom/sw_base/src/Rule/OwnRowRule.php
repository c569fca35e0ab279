<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Model\ModelType;

/**
 * Rows of one person: nobody puts another person's name on one.
 */
final class OwnRowRule implements ModelRuleInterface {

  public function __construct(
    private readonly ActorRepository $actors,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    $field = $type?->rowView['user_field'] ?? NULL;
    if ($field === NULL || $this->actors->current()->isAnonymous()) {
      return [];
    }
    $person = $entity->get($field)->target_id;
    $unchanged = $original !== NULL && $original->get($field)->target_id === $person;
    $permission = $type->rowView['permission'] ?? '';
    if ($person !== NULL && !$unchanged && (int) $person !== (int) $this->currentUser->id() && ($permission === '' || !$this->currentUser->hasPermission($permission))) {
      throw new FieldForbidden($field, "The current user is not allowed to set the selected field ($field) to another person.");
    }
    return [];
  }

}
