<?php

namespace Drupal\sw_base\Model;

use Symfony\Component\Validator\Context\ExecutionContextInterface;

/**
 * The format `time_zone`: an identifier of IANA's database that PHP knows, old names included.
 */
final class TimeZones {

  /**
   * Constraint callback: refused in the words of a pattern that doesn't match.
   */
  public static function validate(mixed $value, ExecutionContextInterface $context): void {
    if ($value !== NULL && $value !== '' && !in_array($value, \DateTimeZone::listIdentifiers(\DateTimeZone::ALL_WITH_BC), TRUE)) {
      $context->addViolation('This value is not valid.');
    }
  }

}
