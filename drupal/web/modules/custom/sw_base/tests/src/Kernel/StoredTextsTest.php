<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Text\StoredTexts;

/**
 * Rows from before texts had one form get it, and none is lost.
 */
final class StoredTextsTest extends MachineTestBase {

  private const INVISIBLE = "\u{200B}";

  /**
   * Numbers, codes and texts, in batches; what would collide or vanish stays.
   */
  public function testOlderRows(): void {
    ['account' => $account, 'site' => $site, 'toy' => $toy] = $this->customer('north', 'Alder');
    $south = $this->create('sw_account', [
      'brand' => 'south',
      'legal_name' => 'Birch',
      'softwhere_id' => 'B1',
      'country' => 'BE',
    ]);
    $contact = fn (string $brand, ContentEntityInterface $account, string $name) => $this->create('sw_contact', [
      'brand' => $brand,
      'account' => $account->id(),
      'last_name' => $name,
    ]);
    [$ann, $bob] = [$contact('north', $account, 'Ann'), $contact('south', $south, 'Bob')];
    [$twin, $blank] = array_map(fn (string $name) => $this->create('sw_toy', [
      'brand' => 'north',
      'site' => $site->id(),
      'name' => $name,
    ]), ['Twin', 'Blank']);
    $this->stored('sw_contact', $ann, ['mobile' => '06 12 34 56 78', 'last_name' => 'Ann' . self::INVISIBLE]);
    $this->stored('sw_contact', $bob, ['mobile' => '0470 12 34 56']);
    $this->stored('sw_account', $account, ['softwhere_id' => '12 34']);
    $this->stored('sw_toy', $twin, ['name' => 'Alder' . self::INVISIBLE . ' bear']);
    $this->stored('sw_toy', $blank, ['name' => self::INVISIBLE]);

    self::assertSame('3 rows have their texts in one form, 2 keep their writing: the log names them.', self::update(1));
    self::assertSame(['+33612345678', 'Ann', '2'], $this->values('sw_contact', $ann, ['mobile', 'last_name', 'version']));
    self::assertSame(['+32470123456', '2'], $this->values('sw_contact', $bob, ['mobile', 'version']), 'dialled where the account is');
    self::assertSame(['1234'], $this->values('sw_account', $account, ['softwhere_id']));
    self::assertSame(['Alder bear', '1'], $this->values('sw_toy', $toy, ['name', 'version']));
    self::assertSame(['Alder' . self::INVISIBLE . ' bear', '1'], $this->values('sw_toy', $twin, ['name', 'version']));
    self::assertSame([self::INVISIBLE, '1'], $this->values('sw_toy', $blank, ['name', 'version']));

    self::assertStringStartsWith('0 rows', self::update(200));
  }

  /**
   * What the update says in the end.
   */
  private static function update(int $rows): string {
    $texts = \Drupal::service('sw_base.stored_texts');
    assert($texts instanceof StoredTexts);
    $sandbox = [];
    do {
      $said = $texts->step($sandbox, $rows);
    } while (($sandbox['#finished'] ?? 0) < 1);
    return $said;
  }

  /**
   * What an earlier version has stored.
   *
   * @param array<string, string> $values
   *   By column.
   */
  private function stored(string $type, ContentEntityInterface $row, array $values): void {
    \Drupal::database()->update($type)->fields($values)->condition('id', $row->id())->execute();
    \Drupal::entityTypeManager()->getStorage($type)->resetCache();
  }

  /**
   * @param list<string> $columns
   *   Columns of the row.
   *
   * @return list<string>
   *   What is stored in them.
   */
  private function values(string $type, ContentEntityInterface $row, array $columns): array {
    return array_map(strval(...), array_values((array) \Drupal::database()->select($type)->fields($type, $columns)->condition('id', $row->id())->execute()->fetchAssoc()));
  }

}
