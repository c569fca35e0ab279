<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;
use Drupal\sw_base\Model\ModelType;
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
   * Whether the rules have nothing to say of new rows of a type but that their keys are free.
   */
  public function spareNewRows(ModelType $type): bool {
    // What a rule of another module looks at, it alone knows.
    $others = array_filter($this->rules, fn (ModelRuleInterface $rule) => !str_starts_with($rule::class, __NAMESPACE__ . '\\'));
    $choices = array_filter($type->fields, fn (ModelField $field) => $field->valuesBy !== NULL);
    return $others === [] && $choices === [] && $type->equalPaths === [] && $type->workflow === NULL && $type->rowView === NULL;
  }

  /**
   * @param bool $with_keys
   *   FALSE where whoever asks looks at the keys of many rows together.
   *
   * @return list<\Drupal\sw_base\Rule\Violation>
   *   What is wrong with the row.
   */
  public function check(ContentEntityInterface $entity, bool $with_keys = TRUE): array {
    if (!$this->models->get()->covers($entity->getEntityTypeId())) {
      return [];
    }
    $type = $this->models->get()->type($entity->getEntityTypeId());
    // The save needs the stored row too: it is loaded once.
    $original = $entity->isNew() ? NULL : StoredRow::load($entity);
    $violations = [];
    foreach ($this->rules as $rule) {
      if (!$with_keys && $rule instanceof UniqueRule) {
        continue;
      }
      foreach ($rule->check($type, $entity, $original) as $violation) {
        $violations[] = $violation;
      }
    }
    return $violations;
  }

}
