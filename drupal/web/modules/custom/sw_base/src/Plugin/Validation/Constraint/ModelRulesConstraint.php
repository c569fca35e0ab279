<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\Core\Validation\Attribute\Constraint;
use Symfony\Component\Validator\Constraint as SymfonyConstraint;

/**
 * The rules that the model states over whole rows.
 */
#[Constraint(
  id: 'SwModelRules',
  label: new TranslatableMarkup('Rules of the entity model', [], ['context' => 'Validation']),
  type: 'entity',
)]
final class ModelRulesConstraint extends SymfonyConstraint {}
