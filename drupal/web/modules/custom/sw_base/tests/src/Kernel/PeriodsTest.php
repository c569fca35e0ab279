<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Rule\Violation;

/**
 * A value that periods say from day to day takes them along, however it changes.
 */
final class PeriodsTest extends MachineTestBase {

  /**
   * One save after another: ended, begun, of the day, emptied.
   */
  public function testPeriodsFollow(): void {
    ['account' => $account, 'toy' => $toy] = $this->customer('north', 'Alder');
    [$ann, $bob] = array_map(fn (string $name) => $this->create('sw_contact', [
      'brand' => 'north',
      'account' => $account->id(),
      'last_name' => $name,
    ]), ['Ann', 'Bob']);
    // Sales may edit toys and know nothing of their periods.
    $this->actAs($this->person('north', ['sales']));
    $toy->set('keeper', $ann->id())->save();
    self::assertSame([['Ann', self::day(0), NULL, '1']], $this->periods($toy), 'none ran: one begins');
    $toy->set('keeper', $bob->id())->save();
    self::assertSame([['Bob', self::day(0), NULL, '1']], $this->periods($toy), 'the day has one');

    $this->period($toy)->set('valid_from', self::day(-9))->save();
    $toy->set('name', 'Alder fox')->save();
    self::assertCount(1, $this->periods($toy), 'nothing follows another change');
    $this->create('sw_toy_keeping', [
      'brand' => 'north',
      'toy' => $toy->id(),
      'keeper' => $bob->id(),
      'valid_from' => self::day(5),
    ]);
    $toy->set('keeper', $ann->id())->save();
    $expected = [
      ['Bob', self::day(-9), self::day(-1), '1'],
      ['Ann', self::day(0), self::day(4), '1'],
      ['Bob', self::day(5), NULL, '0'],
    ];
    self::assertSame($expected, $this->periods($toy), 'one ends, one begins until the next');
    $toy->set('keeper', $bob->id())->save();
    self::assertSame([['Bob', self::day(-9), self::day(4), '1'], $expected[2]], $this->periods($toy), 'taken back, the old one goes on');
    $toy->set('keeper', $ann->id())->save();
    $toy->set('keeper', NULL)->save();
    unset($expected[1]);
    self::assertSame(array_values($expected), $this->periods($toy), 'nobody keeps it today');
  }

  /**
   * A save that fails leaves the periods alone, and a row that ended keeps its value.
   */
  public function testAllOrNothing(): void {
    ['account' => $account, 'toy' => $toy] = $this->customer('north', 'Alder');
    $ann = $this->create('sw_contact', ['brand' => 'north', 'account' => $account->id(), 'last_name' => 'Ann']);
    $this->actAs($this->person('north', ['sales']));
    \Drupal::database()->schema()->dropTable('sw_journal_entry');
    try {
      $toy->set('keeper', $ann->id())->save();
      self::fail('The journal is gone.');
    }
    catch (\Exception) {
      self::assertSame([], $this->periods($toy));
    }
    $toy->set('keeper', $ann->id())->set('gone_on', self::day(-1));
    self::assertSame(['keeper: no_period'], $this->wrong($toy));
    self::assertSame([], $this->wrong($toy->set('gone_on', self::day(0))), 'its last day is one of its days');
    self::assertSame([], $this->wrong($toy->set('gone_on', self::day(-1))->set('keeper', NULL)));
  }

  /**
   * @return list<array{string, string, string|null, string}>
   *   Keeper, first and last day and mark of the toy's periods.
   */
  private function periods(ContentEntityInterface $toy): array {
    return \Drupal::service('sw_base.system_scope')->run(function () use ($toy) {
      $storage = \Drupal::entityTypeManager()->getStorage('sw_toy_keeping');
      $storage->resetCache();
      $ids = $storage->getQuery()->accessCheck(FALSE)->condition('toy', $toy->id())->sort('valid_from')->execute();
      $periods = array_filter($storage->loadMultiple($ids), fn ($period) => $period instanceof ContentEntityInterface);
      return array_values(array_map(fn (ContentEntityInterface $period) => [
        (string) $period->get('keeper')->entity?->get('last_name')->value,
        $period->get('valid_from')->value,
        $period->get('valid_to')->value,
        $period->get('known')->value,
      ], $periods));
    });
  }

  /**
   * The toy's only period.
   */
  private function period(ContentEntityInterface $toy): ContentEntityInterface {
    $found = \Drupal::entityTypeManager()->getStorage('sw_toy_keeping')->loadByProperties(['toy' => $toy->id()]);
    $period = reset($found);
    assert($period instanceof ContentEntityInterface);
    return $period;
  }

  /**
   * The day in Paris, so many days from today.
   */
  private static function day(int $later): string {
    return (new \DateTimeImmutable('now', new \DateTimeZone('Europe/Paris')))->modify("$later days")->format('Y-m-d');
  }

  /**
   * @return list<string>
   *   What the rules say against a row: field and code.
   */
  private function wrong(ContentEntityInterface $row): array {
    return array_map(fn (Violation $violation) => "$violation->field: $violation->code", \Drupal::service('sw_base.rules')->check($row));
  }

}
