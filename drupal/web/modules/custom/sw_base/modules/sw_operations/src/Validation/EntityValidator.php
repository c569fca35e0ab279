<?php

namespace Drupal\sw_operations\Validation;

use Drupal\Core\Access\AccessResult;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityConstraintViolationList;
use Drupal\Core\TypedData\TypedDataManagerInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\Exception\UnprocessableHttpEntityException;
use Drupal\sw_base\Rule\FieldForbidden;
use Drupal\sw_base\Rule\RuleChecker;
use Symfony\Component\Validator\ConstraintViolation;
use Symfony\Component\Validator\ConstraintViolationInterface;
use Symfony\Component\Validator\Exception\ValidatorException;

/**
 * Validates the fields that were sent, and the model's rules over the row.
 *
 * Core validates all fields and then drops what it found in the others, the
 * rules' violations included.
 */
final class EntityValidator {

  public function __construct(
    private readonly TypedDataManagerInterface $typedDataManager,
    private readonly RuleChecker $rules,
  ) {}

  /**
   * Throws what a client should be told.
   *
   * @param list<string>|null $field_names
   *   The fields that were sent; NULL for all.
   * @param bool $with_keys
   *   FALSE where whoever asks looks at the keys of many rows together.
   */
  public function validate(ContentEntityInterface $entity, ?array $field_names, bool $with_keys = TRUE): void {
    \Drupal::service('sw_base.normaliser')->normalise($entity);
    try {
      $violations = $this->fieldViolations($entity, $field_names ?? array_keys($entity->getFieldDefinitions()));
      // Rules compare values that make sense: broken ones are reported alone.
      if ($violations === []) {
        $violations = $this->ruleViolations($entity, $with_keys);
      }
    }
    catch (FieldForbidden $forbidden) {
      throw new EntityAccessDeniedHttpException($entity->isNew() ? NULL : $entity, AccessResult::forbidden($forbidden->getMessage()), "/data/attributes/$forbidden->field", "The current user is not allowed to PATCH the selected field ($forbidden->field).");
    }
    if ($violations !== []) {
      $exception = new UnprocessableHttpEntityException();
      $exception->setViolations(new EntityConstraintViolationList($entity, $violations));
      throw $exception;
    }
  }

  /**
   * @param array<string> $field_names
   *   The fields to look at.
   *
   * @return list<\Symfony\Component\Validator\ConstraintViolationInterface>
   *   What is wrong with their values.
   */
  private function fieldViolations(ContentEntityInterface $entity, array $field_names): array {
    $violations = [];
    $validator = $this->typedDataManager->getValidator();
    foreach (array_unique($field_names) as $name) {
      if (!$entity->hasField($name) || $entity->get($name)->getFieldDefinition()->isComputed()) {
        continue;
      }
      try {
        $found = $validator->validate($entity->get($name));
      }
      catch (\TypeError | \ValueError | \InvalidArgumentException | \UnexpectedValueException | ValidatorException) {
        // Constraints of core presume the type that they are there to check.
        $message = 'This value should be of the correct primitive type.';
        $found = [new ConstraintViolation($message, $message, [], $entity, '0', NULL)];
      }
      // As in core: what the user may not set can't be the user's mistake.
      if (count($found) > 0 && $entity->get($name)->access('edit')) {
        foreach ($found as $violation) {
          $violations[] = $this->withField($violation, $name);
        }
      }
    }
    return $violations;
  }

  /**
   * The violation of a field that was validated by itself, seen from the row.
   */
  private function withField(ConstraintViolationInterface $violation, string $name): ConstraintViolation {
    $path = ltrim((string) $violation->getPropertyPath(), '.');
    return new ConstraintViolation($violation->getMessage(), $violation->getMessageTemplate(), $violation->getParameters(), $violation->getRoot(), $path === '' ? $name : "$name.$path", $violation->getInvalidValue(), $violation->getPlural(), $violation->getCode());
  }

  /**
   * @return list<\Symfony\Component\Validator\ConstraintViolationInterface>
   *   The broken rules.
   */
  private function ruleViolations(ContentEntityInterface $entity, bool $with_keys): array {
    $violations = [];
    foreach ($this->rules->check($entity, $with_keys) as $broken) {
      $violations[] = new ConstraintViolation($broken->message, $broken->message, [], $entity, $broken->field, NULL, NULL, $broken->code);
    }
    return $violations;
  }

}
