<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Drupal\Component\Utility\Html;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Field\FieldItemListInterface;
use Symfony\Component\Validator\Constraint;
use Symfony\Component\Validator\ConstraintValidator;

/**
 * Asks the model for the shape, by the row where it depends on it.
 */
final class JsonShapeConstraintValidator extends ConstraintValidator {

  /**
   * {@inheritdoc}
   */
  public function validate($value, Constraint $constraint): void {
    if (!$value instanceof FieldItemListInterface || $value->isEmpty() || !$value->getEntity() instanceof ContentEntityInterface) {
      return;
    }
    $entity = $value->getEntity();
    $field = \Drupal::service('sw_base.model')->get()->fieldsOf($entity->getEntityTypeId())[$value->getName()] ?? NULL;
    if ($field !== NULL) {
      $shapes = \Drupal::service('sw_base.json_shapes');
      $problem = $shapes->problem((string) $value->value, $shapes->nameOf($field, $entity));
      // Messages are markup; a member's name may look like some.
      $problem === NULL || $this->context->addViolation(Html::escape($problem));
    }
  }

}
