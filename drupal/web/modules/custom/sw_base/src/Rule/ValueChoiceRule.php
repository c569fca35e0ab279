<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Model\ModelType;

/**
 * Lists whose values go with those of another list; both are set on creation only.
 */
final class ValueChoiceRule implements ModelRuleInterface {

  /**
   * {@inheritdoc}
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable {
    foreach ($original === NULL ? ($type->fields ?? []) : [] as $field) {
      if ($field->valuesBy === NULL) {
        continue;
      }
      $value = (string) $entity->get($field->name)->value;
      $chosen = (string) $entity->get($field->valuesBy['field'])->value;
      // A value that is none is told by the field's own validation.
      $is_known = isset($field->values[$value], $type->fields[$field->valuesBy['field']]->values[$chosen]);
      if ($is_known && !in_array($value, $field->valuesBy['values'][$chosen], TRUE)) {
        yield new Violation($field->name, 'value_not_of', "The value $value doesn't go with $chosen.");
      }
    }
  }

}
