<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Database\Connection;
use Drupal\sw_base\Model\EntityModelRepository;
use Symfony\Component\Validator\Context\ExecutionContextInterface;

/**
 * The modules of the model that are open to a brand: `sw_brand.modules`.
 */
final class OpenModules {

  public const FIELD = 'modules';

  public function __construct(
    private readonly Connection $database,
    private readonly EntityModelRepository $models,
  ) {}

  /**
   * @return list<string>|null
   *   The modules besides the base, sorted; NULL where none is closed.
   */
  public function of(int $brand_id): ?array {
    if (!isset($this->models->get()->fieldsOf('sw_brand')[self::FIELD])) {
      return NULL;
    }
    // Nothing is kept: what a brand opens or closes counts with the next request, whatever reads at the same time.
    $open = $this->database->select('sw_brand__' . self::FIELD, 'm')
      ->fields('m', [self::FIELD . '_value'])
      ->condition('entity_id', $brand_id)
      ->orderBy(self::FIELD . '_value')
      ->execute()->fetchCol();
    return array_diff($this->models->get()->modules, $open) === [] ? NULL : $open;
  }

  /**
   * Constraint callback: only modules that can be opened, in the words of a list.
   */
  public static function validate(mixed $value, ExecutionContextInterface $context): void {
    if (!in_array($value, \Drupal::service('sw_base.model')->get()->modules, TRUE)) {
      $context->buildViolation('The value you selected is not a valid choice.')->setCode('not_a_choice')->addViolation();
    }
  }

}
