<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Tenancy\BrandDay;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * Writes the periods of values that changed without one that holds today.
 *
 * The one that runs ends the day before, another begins today. A batch may bring
 * the periods itself, before or after: there it waits for the end.
 */
final class PeriodKeeper {

  /**
   * What a batch changed, by type, row id and field: the value before; NULL outside of batches.
   *
   * @var array<string, array<int, array<string, mixed>>>|null
   */
  private ?array $changed = NULL;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
    private readonly BrandDay $days,
  ) {}

  /**
   * From here on what is changed waits for follow().
   */
  public function begin(): void {
    $this->changed = [];
  }

  /**
   * The batch is over, whether periods were written or not.
   */
  public function end(): void {
    $this->changed = NULL;
  }

  /**
   * Before a row is saved: the day of a change of what has one, unless the change says it itself.
   */
  public function stamp(EntityInterface $entity): void {
    $type = $this->models->get()->type($entity->getEntityTypeId());
    if ($type === NULL || !$entity instanceof ContentEntityInterface || ($stored = StoredRow::of($entity)) === NULL) {
      return;
    }
    foreach ($type->fields as $name => $field) {
      if ($field->stamp !== NULL && !$entity->get($field->stamp)->equals($stored->get($field->stamp)) && $entity->get($name)->equals($stored->get($name))) {
        $entity->set($name, $this->days->today($entity));
      }
    }
  }

  /**
   * A row was saved.
   */
  public function saved(EntityInterface $entity): void {
    $periods = $this->models->get()->type($entity->getEntityTypeId())->periods ?? [];
    if ($periods === [] || !$entity instanceof ContentEntityInterface || ($stored = StoredRow::of($entity)) === NULL) {
      return;
    }
    foreach ($periods as $field => $rule) {
      if ($this->changed !== NULL) {
        $known = &$this->changed[$entity->getEntityTypeId()][(int) $entity->id()];
        // The first value counts, and it may be none.
        $known = ($known ?? []) + [$field => $stored->get($field)->target_id];
      }
      elseif (!$entity->get($field)->equals($stored->get($field))) {
        $this->write($entity, $field, $rule, $this->periods([$entity->id()], $rule)[$entity->id()] ?? []);
      }
    }
  }

  /**
   * Writes the periods that the batch left out.
   */
  public function follow(): void {
    $changed = $this->changed ?? [];
    $this->changed = NULL;
    foreach ($changed as $type => $rows) {
      $entities = $this->entityTypeManager->getStorage($type)->loadMultiple(array_keys($rows));
      foreach ($this->models->get()->type($type)->periods ?? [] as $field => $rule) {
        $moved = array_filter($entities, static fn (EntityInterface $entity) => $entity instanceof ContentEntityInterface
          && array_key_exists($field, $rows[$entity->id()])
          && (string) $entity->get($field)->target_id !== (string) $rows[$entity->id()][$field]);
        $periods = $moved === [] ? [] : $this->periods(array_keys($moved), $rule);
        foreach ($moved as $id => $entity) {
          $this->write($entity, $field, $rule, $periods[$id] ?? []);
        }
      }
    }
  }

  /**
   * Ends the period that runs and begins one that has the row's value.
   *
   * @param array{type: string, parent: string, applied?: string} $rule
   *   The type of the periods, its reference to the row, its mark.
   * @param array<int, \Drupal\Core\Entity\ContentEntityInterface> $periods
   *   The row's periods, the earliest first.
   */
  private function write(ContentEntityInterface $entity, string $field, array $rule, array $periods): void {
    $today = $this->days->today($entity);
    $yesterday = self::dayBefore($today);
    $value = $entity->get($field)->target_id;
    $having = $value === NULL ? [] : array_filter($periods, fn (ContentEntityInterface $period) => $period->get($field)->target_id == $value);
    $running = array_filter($periods, fn (ContentEntityInterface $period) => $period->get('valid_from')->value <= $today && ($period->get('valid_to')->value ?? $today) >= $today);
    if (array_intersect_key($running, $having) !== []) {
      return;
    }
    $begun = array_filter($running, fn (ContentEntityInterface $period) => $period->get('valid_from')->value === $today);
    $next = current(array_filter($periods, fn (ContentEntityInterface $period) => $period->get('valid_from')->value > $today));
    $until = ($running === [] ? NULL : end($running)->get('valid_to')->value) ?? ($next ? self::dayBefore($next->get('valid_from')->value) : NULL);
    // A change that is taken back on its day lets the old period go on, with what was agreed in it.
    $ended = current(array_filter($having, fn (ContentEntityInterface $period) => $period->get('valid_to')->value === $yesterday));
    foreach (array_diff_key($running, $begun) as $period) {
      $period->set('valid_to', $yesterday)->save();
    }
    if ($value === NULL || $ended) {
      array_map(fn (ContentEntityInterface $period) => $period->delete(), $begun);
      $ended && $ended->set('valid_to', $until)->save();
      return;
    }
    $period = reset($begun) ?: $this->fromToday($entity, $rule, ['valid_from' => $today, 'valid_to' => $until]);
    $period->set($field, $value);
    isset($rule['applied']) && $period->set($rule['applied'], TRUE);
    $period->save();
  }

  /**
   * @param array<int|string> $ids
   *   Rows of one type.
   * @param array{type: string, parent: string} $rule
   *   The type of the periods and its reference to the row.
   *
   * @return array<int, array<int, \Drupal\Core\Entity\ContentEntityInterface>>
   *   The rows' periods by row, the earliest first.
   */
  private function periods(array $ids, array $rule): array {
    $storage = $this->entityTypeManager->getStorage($rule['type']);
    $found = $this->systemScope->run(fn () => $storage->loadMultiple($storage->getQuery()
      ->accessCheck(FALSE)
      ->condition($rule['parent'], $ids, 'IN')
      ->sort('valid_from')
      ->sort('id')
      ->execute()));
    $periods = [];
    foreach ($found as $id => $period) {
      if ($period instanceof ContentEntityInterface) {
        $periods[(int) $period->get($rule['parent'])->target_id][$id] = $period;
      }
    }
    return $periods;
  }

  /**
   * @param array{type: string, parent: string} $rule
   *   The type of the periods and its reference to the row.
   * @param array{valid_from: string, valid_to: string|null} $days
   *   First and last day.
   */
  private function fromToday(ContentEntityInterface $entity, array $rule, array $days): ContentEntityInterface {
    $brand = $entity->hasField('brand') ? ['brand' => $entity->get('brand')->target_id] : [];
    $period = $this->entityTypeManager->getStorage($rule['type'])->create([$rule['parent'] => $entity->id()] + $brand + $days);
    assert($period instanceof ContentEntityInterface);
    return $period;
  }

  /**
   * The calendar day before a day.
   */
  private static function dayBefore(string $day): string {
    return (new \DateTimeImmutable($day))->modify('-1 day')->format('Y-m-d');
  }

}
