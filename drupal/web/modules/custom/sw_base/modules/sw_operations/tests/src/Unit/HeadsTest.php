<?php

namespace Drupal\Tests\sw_operations\Unit;

use Drupal\sw_operations\Outbox\Heads;
use Drupal\Tests\UnitTestCase;

/**
 * The mark that stands for the heads of all journals.
 */
final class HeadsTest extends UnitTestCase {

  /**
   * In whatever order the brands were read; another one for any other heads, an empty set included.
   */
  public function testMark(): void {
    self::assertSame(hash('sha256', "1a:7\nb0:0\n"), (new Heads(['b0' => 0, '1a' => 7]))->mark);
    self::assertSame(hash('sha256', ''), (new Heads([]))->mark);
    self::assertNotSame((new Heads(['1a' => 7]))->mark, (new Heads(['1a' => 8]))->mark);
    self::assertSame(['b0' => 0, '1a' => 7], (new Heads(['b0' => 0, '1a' => 7]))->sequences);
  }

}
