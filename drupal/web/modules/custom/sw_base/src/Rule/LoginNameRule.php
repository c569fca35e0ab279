<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * Login names are unique over all brands: sign-in knows no brand yet.
 */
final class LoginNameRule implements ModelRuleInterface {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
  ) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    if ($entity->getEntityTypeId() !== 'user' || ($original !== NULL && $entity->get('name')->equals($original->get('name')))) {
      return;
    }
    $query = $this->entityTypeManager->getStorage('user')->getQuery()->accessCheck(FALSE)->condition('name', (string) $entity->get('name')->value)->range(0, 1);
    if (!$entity->isNew()) {
      $query->condition('uid', $entity->id(), '<>');
    }
    if ($this->systemScope->run(fn () => $query->execute())) {
      yield new Violation('name', 'not_unique', sprintf('The username %s is already taken.', $entity->get('name')->value));
    }
  }

}
