<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Rule\FieldForbidden;
use Symfony\Component\Validator\Constraint;
use Symfony\Component\Validator\ConstraintValidator;

/**
 * Runs the rules where Drupal validates whole entities, in forms above all.
 */
final class ModelRulesConstraintValidator extends ConstraintValidator {

  /**
   * {@inheritdoc}
   */
  public function validate(mixed $value, Constraint $constraint): void {
    if (!$value instanceof ContentEntityInterface) {
      return;
    }
    // Rules and the fields' own constraints look at what will be stored.
    \Drupal::service('sw_base.normaliser')->normalise($value);
    try {
      foreach (\Drupal::service('sw_base.rules')->check($value) as $violation) {
        $this->context->buildViolation($violation->message)->atPath($violation->field)->setCode($violation->code)->addViolation();
      }
    }
    catch (FieldForbidden $forbidden) {
      $this->context->buildViolation($forbidden->getMessage())->atPath($forbidden->field)->addViolation();
    }
  }

}
