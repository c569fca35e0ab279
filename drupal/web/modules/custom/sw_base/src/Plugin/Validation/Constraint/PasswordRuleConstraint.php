<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\Core\Validation\Attribute\Constraint;
use Symfony\Component\Validator\Constraint as SymfonyConstraint;

/**
 * A new password is what the rule for passwords says.
 */
#[Constraint(
  id: 'SwPasswordRule',
  label: new TranslatableMarkup('Password rule'),
)]
final class PasswordRuleConstraint extends SymfonyConstraint {}
