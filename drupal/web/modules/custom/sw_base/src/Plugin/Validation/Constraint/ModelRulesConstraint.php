<?php

namespace Drupal\sw_base\Plugin\Validation\Constraint;

use Symfony\Component\Validator\Constraint;

/**
 * The rules that the model states over whole rows.
 *
 * @Constraint(
 *   id = "SwModelRules",
 *   label = @Translation("Rules of the entity model", context = "Validation"),
 *   type = "entity"
 * )
 */
final class ModelRulesConstraint extends Constraint {}
