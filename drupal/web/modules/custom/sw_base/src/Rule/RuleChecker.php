<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Storage\StoredRow;

/**
 * Runs every rule over a row that is about to be saved.
 */
final class RuleChecker {

  /**
   * The collected rules.
   *
   * @var list<\Drupal\sw_base\Rule\ModelRuleInterface>
   */
  private array $rules = [];

  public function __construct(private readonly EntityModelRepository $models) {}

  /**
   * Called by the container for each tagged service.
   */
  public function addRule(ModelRuleInterface $rule): void {
    $this->rules[] = $rule;
  }

  /**
   * @return list<\Drupal\sw_base\Rule\Violation>
   *   What is wrong with the row.
   */
  public function check(ContentEntityInterface $entity): array {
    if (!$this->models->get()->covers($entity->getEntityTypeId())) {
      return [];
    }
    $type = $this->models->get()->type($entity->getEntityTypeId());
    // The save needs the stored row too: it is loaded once.
    $original = $entity->isNew() ? NULL : StoredRow::load($entity);
    $violations = [];
    foreach ($this->rules as $rule) {
      foreach ($rule->check($type, $entity, $original) as $violation) {
        $violations[] = $violation;
      }
    }
    return $violations;
  }

}
