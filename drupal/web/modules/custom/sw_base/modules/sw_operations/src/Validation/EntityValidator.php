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
        $found = $this->misplacedBooleans($entity, $name) ?: $validator->validate($entity->get($name));
      }
      catch (\TypeError | \ValueError | \InvalidArgumentException | \UnexpectedValueException | ValidatorException) {
        // Constraints of core presume the type that they are there to check.
        $found = [$this->wrongType($entity, '0')];
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
   * Core would store them as "1" or as nothing, in fields that need a value too.
   *
   * @return list<\Symfony\Component\Validator\ConstraintViolationInterface>
   *   A violation for each value that is true or false where the field holds none of these.
   */
  private function misplacedBooleans(ContentEntityInterface $entity, string $name): array {
    $violations = [];
    $items = $entity->get($name);
    $property = $items->getFieldDefinition()->getFieldStorageDefinition()->getMainPropertyName();
    if ($items->getFieldDefinition()->getType() !== 'boolean' && $property !== NULL) {
      foreach ($items as $delta => $item) {
        if (is_bool($item->getValue()[$property] ?? NULL)) {
          $violations[] = $this->wrongType($entity, "$delta.$property");
        }
      }
    }
    return $violations;
  }

  /**
   * What core says of a value of another kind.
   */
  private function wrongType(ContentEntityInterface $entity, string $path): ConstraintViolation {
    $message = 'This value should be of the correct primitive type.';
    return new ConstraintViolation($message, $message, [], $entity, $path, NULL, NULL, 'wrong_type');
  }

  /**
   * The violation of a field that was validated by itself, seen from the row.
   */
  private function withField(ConstraintViolationInterface $violation, string $name): ConstraintViolation {
    $path = ltrim((string) $violation->getPropertyPath(), '.');
    return new ConstraintViolation($violation->getMessage(), $violation->getMessageTemplate(), $violation->getParameters(), $violation->getRoot(), $path === '' ? $name : "$name.$path", $violation->getInvalidValue(), $violation->getPlural(), $violation->getCode(), $violation instanceof ConstraintViolation ? $violation->getConstraint() : NULL);
  }

  /**
   * @return list<\Symfony\Component\Validator\ConstraintViolationInterface>
   *   The broken rules.
   */
  private function ruleViolations(ContentEntityInterface $entity, bool $with_keys): array {
    $violations = [];
    foreach ($this->rules->check($entity, $with_keys) as $broken) {
      $limit = $broken->bound === NULL ? [] : ['{{ limit }}' => $broken->bound];
      $violations[] = new ConstraintViolation($broken->message, $broken->message, $limit, $entity, $broken->field, NULL, NULL, $broken->code);
    }
    return $violations;
  }

}
