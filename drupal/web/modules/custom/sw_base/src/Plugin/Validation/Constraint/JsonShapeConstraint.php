<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\Core\Validation\Attribute\Constraint;
use Symfony\Component\Validator\Constraint as SymfonyConstraint;

/**
 * A JSON field's value has the shape that the model gives it.
 */
#[Constraint(
  id: 'SwJsonShape',
  label: new TranslatableMarkup('JSON shape'),
)]
final class JsonShapeConstraint extends SymfonyConstraint {}
