<?php

namespace Drupal\sw_base\Rule;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * A sum over the rows that belong to a row, and the brand's bound for it.
 */
final class SumLimit {

  private const UNIT = 10000;

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
  ) {}

  /**
   * The bound, where the sum passes it.
   *
   * @param array{setting: string, of: string, by: string, sum: string, where: array<string, list<string>>} $limit
   *   What is summed, and the brand's field with the bound.
   */
  public function passed(ContentEntityInterface $entity, array $limit): ?string {
    return $this->systemScope->run(function () use ($entity, $limit) {
      $brand = $entity->get('brand')->entity;
      $has_bound = $brand instanceof ContentEntityInterface && $brand->hasField($limit['setting']);
      $bound = $has_bound ? $brand->get($limit['setting'])->value : NULL;
      if ($bound === NULL || $bound === '') {
        return NULL;
      }
      // Whoever asks may not see every amount, which changes nothing of the sum.
      $query = $this->entityTypeManager->getStorage($limit['of'])->getAggregateQuery()->accessCheck(FALSE);
      $query->condition($limit['by'], $entity->id());
      foreach ($limit['where'] as $field => $values) {
        $query->condition($field, $values, 'IN');
      }
      $path = str_replace('.', '.entity.', $limit['sum']);
      $alias = 'sw_sum';
      $query->aggregate($path, 'SUM', NULL, $alias);
      $sum = $query->execute()[0][$alias] ?? 0;
      $most = round((float) $bound * self::UNIT);
      // Sums of a database without decimals are off by less than half a unit.
      return round((float) $sum * self::UNIT) > $most ? sprintf('%.4F', $most / self::UNIT) : NULL;
    });
  }

}
