<?php

namespace Drupal\sw_operations\Response;

use Drupal\Core\Entity\Plugin\Validation\Constraint\ValidReferenceConstraint;
use Drupal\Core\Validation\Plugin\Validation\Constraint\PrimitiveTypeConstraint;
use Drupal\sw_base\Plugin\Validation\Constraint\JsonShapeConstraint;
use Drupal\sw_base\Plugin\Validation\Constraint\PasswordRuleConstraint;
use Drupal\user\Plugin\Validation\Constraint\UserNameConstraint;
use Symfony\Component\Validator\Constraints\Choice;
use Symfony\Component\Validator\Constraints\Count;
use Symfony\Component\Validator\Constraints\Email;
use Symfony\Component\Validator\Constraints\Length;
use Symfony\Component\Validator\Constraints\NotBlank;
use Symfony\Component\Validator\Constraints\NotNull;
use Symfony\Component\Validator\Constraints\Range;
use Symfony\Component\Validator\ConstraintViolation;
use Symfony\Component\Validator\ConstraintViolationInterface;

/**
 * What is wrong with a value, as a client recognises it: by a code, not by the sentence.
 */
final class ViolationCode {

  /**
   * The codes of the model's rules and of this module's own checks, which say theirs.
   */
  public const OWN = [
    'needs_approval',
    'no_period',
    'not_a_choice',
    'not_referable',
    'not_same_owner',
    'not_unique',
    'password',
    'same_person',
    'transition_not_allowed',
    'transition_requires',
    'value_not_of',
    'wrong_type',
  ];

  /**
   * The codes of constraints that say one thing only.
   */
  private const CONSTRAINTS = [
    'required' => [NotNull::class, NotBlank::class],
    'not_email' => [Email::class],
    'not_a_choice' => [Choice::class],
    'not_referable' => [ValidReferenceConstraint::class],
    'password' => [PasswordRuleConstraint::class],
    'sign_in_name' => [UserNameConstraint::class],
    'wrong_shape' => [JsonShapeConstraint::class],
    'wrong_type' => [PrimitiveTypeConstraint::class],
  ];

  /**
   * The codes of those that say several, by Symfony's own.
   */
  private const BOUNDED = [
    Length::TOO_LONG_ERROR => 'too_long',
    Range::TOO_LOW_ERROR => 'too_small',
    Range::TOO_HIGH_ERROR => 'too_large',
    Count::TOO_MANY_ERROR => 'too_many',
    Range::INVALID_CHARACTERS_ERROR => 'not_a_number',
  ];

  public const OTHER = 'not_valid';

  /**
   * The code of a violation.
   */
  public static function of(ConstraintViolationInterface $violation): string {
    $code = (string) $violation->getCode();
    if (in_array($code, self::OWN, TRUE)) {
      return $code;
    }
    if (isset(self::BOUNDED[$code])) {
      return self::BOUNDED[$code];
    }
    $constraint = $violation instanceof ConstraintViolation ? $violation->getConstraint() : NULL;
    foreach ($constraint === NULL ? [] : self::CONSTRAINTS as $name => $classes) {
      foreach ($classes as $class) {
        if ($constraint instanceof $class) {
          return $name;
        }
      }
    }
    return self::OTHER;
  }

  /**
   * What a violation says that the value may not pass, as text; NULL where it is no bound.
   */
  public static function bound(ConstraintViolationInterface $violation): ?string {
    $limit = $violation->getParameters()['{{ limit }}'] ?? $violation->getParameters()['%limit'] ?? NULL;
    $bounded = ['no_period', 'needs_approval', ...array_values(self::BOUNDED)];
    return $limit === NULL || !in_array(self::of($violation), $bounded, TRUE) ? NULL : trim((string) $limit, '"');
  }

}
