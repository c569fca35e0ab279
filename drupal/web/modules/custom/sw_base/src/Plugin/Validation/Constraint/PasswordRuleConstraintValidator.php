<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Drupal\Core\Field\FieldItemListInterface;
use Drupal\sw_base\Storage\StoredRow;
use Drupal\user\UserInterface;
use Symfony\Component\Validator\Constraint;
use Symfony\Component\Validator\ConstraintValidator;

/**
 * Looks at passwords that were set, in forms too. What is stored is a hash.
 */
final class PasswordRuleConstraintValidator extends ConstraintValidator {

  /**
   * {@inheritdoc}
   */
  public function validate($value, Constraint $constraint): void {
    if (!$value instanceof FieldItemListInterface || !$value->getEntity() instanceof UserInterface) {
      return;
    }
    $user = $value->getEntity();
    $password = $value->value;
    // Forms leave the field empty where the password stays.
    if ($password === NULL || $password === '' || $value->pre_hashed) {
      return;
    }
    $stored = $user->isNew() ? NULL : StoredRow::load($user);
    if ($stored !== NULL && $stored->get('pass')->value === $password) {
      return;
    }
    $problem = \Drupal::service('sw_base.password_rule')->problemOf($password, $user);
    $problem === NULL || $this->context->addViolation($problem);
  }

}
