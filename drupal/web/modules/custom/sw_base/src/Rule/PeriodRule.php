<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Tenancy\BrandDay;

/**
 * A field that periods say doesn't change once the row has ended.
 *
 * From no day on would the new value hold.
 */
final class PeriodRule implements ModelRuleInterface {

  public function __construct(private readonly BrandDay $days) {}

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    foreach ($original === NULL ? [] : ($type->periods ?? []) as $field => $rule) {
      $last = isset($rule['until']) ? (string) $entity->get($rule['until'])->value : '';
      if ($last === '' || $entity->get($field)->isEmpty() || $entity->get($field)->equals($original->get($field))) {
        continue;
      }
      if ($last < $this->days->today($entity)) {
        yield new Violation($field, 'no_period', "The row ended on $last: this value no longer changes.", $last);
      }
    }
  }

}
