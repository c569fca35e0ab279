<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Model\ModelType;

/**
 * Extension point: a rule over whole rows, read from the model.
 *
 * Register a service with the tag `sw_base.rule`. Rules run before every save
 * through a form or the API, within the scope of the acting user.
 */
interface ModelRuleInterface {

  /**
   * @param \Drupal\sw_base\Model\ModelType|null $type
   *   The row's type; NULL for a type of Drupal core.
   * @param \Drupal\Core\Entity\ContentEntityInterface|null $original
   *   The stored row; NULL on creation.
   *
   * @return iterable<\Drupal\sw_base\Rule\Violation>
   *   What is wrong, each at the field the user should change.
   *
   * @throws \Drupal\sw_base\Rule\FieldForbidden
   *   When the user lacks a permission for the change.
   */
  public function check(?ModelType $type, ContentEntityInterface $entity, ?ContentEntityInterface $original): iterable;

}
