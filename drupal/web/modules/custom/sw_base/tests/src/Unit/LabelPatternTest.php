<?php

namespace Drupal\Tests\sw_base\Unit;

use Drupal\sw_base\Model\LabelPattern;
use Drupal\Tests\UnitTestCase;

/**
 * Labels that are made of several fields.
 */
final class LabelPatternTest extends UnitTestCase {

  /**
   * Empty values vanish with the blanks around them; blanks of values stay.
   *
   * @dataProvider labels
   */
  public function testFill(string $expected, string $pattern, array $values): void {
    self::assertSame($expected, LabelPattern::fill($pattern, fn (string $name) => $values[$name] ?? ''));
  }

  /**
   * @return list<array{string, string, array<string, string>}>
   *   Label, pattern and values.
   */
  public static function labels(): array {
    return [
      ['Ada Lovelace', '{first} {last}', ['first' => 'Ada', 'last' => 'Lovelace']],
      ['Lovelace', '{first} {last}', ['last' => 'Lovelace']],
      ['Ada', '{first} {last}', ['first' => 'Ada']],
      ['', '{first} {last}', []],
      ['', 'No. {first}', []],
      ['A C', '{a} {b} {c}', ['a' => 'A', 'c' => 'C']],
      ['$1 {b}  x', '{a} {b}', ['a' => '$1 {b}', 'b' => ' x']],
    ];
  }

}
