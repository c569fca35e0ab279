<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Component\Utility\Crypt;
use Drupal\sw_base\SignIn\LimitedSessions;

/**
 * When sessions end by themselves.
 *
 * @group softwhere
 */
final class SessionLimitsTest extends MachineTestBase {

  /**
   * A day without use, two weeks in all, and nothing without a beginning.
   */
  public function testLimits(): void {
    $sessions = \Drupal::service('sw_base.sessions');
    assert($sessions instanceof LimitedSessions);
    $now = \Drupal::time()->getRequestTime();
    $day = 86400;
    $cases = [
      'new' => [$now, $now, TRUE],
      'hardly used' => [$now - $day + 60, $now - $day, TRUE],
      'idle' => [$now - $day, $now - $day, FALSE],
      'old' => [$now, $now - 14 * $day + 60, TRUE],
      'too old' => [$now, $now - 14 * $day, FALSE],
      'without a beginning' => [$now, NULL, FALSE],
    ];
    // Core makes its table when it first needs it.
    \Drupal::service('request_stack')->getCurrentRequest()->setSession(\Drupal::service('session'));
    $sessions->write('table', 'x');
    foreach ($cases as $id => [$used, $begun]) {
      $row = ['sid' => Crypt::hashBase64($id), 'uid' => 7, 'timestamp' => $used, 'session' => 'kept', 'hostname' => ''];
      \Drupal::database()->insert('sessions')->fields($row)->execute();
      if ($begun !== NULL) {
        $row = ['sid' => Crypt::hashBase64($id), 'uid' => 7, 'begun' => $begun];
        \Drupal::database()->insert('sw_session')->fields($row)->execute();
      }
    }
    $this->assertCount(3, $sessions->ofAccount(7, 'new'));
    foreach ($cases as $id => [, , $lives]) {
      $this->assertSame($lives ? 'kept' : '', $sessions->read($id), $id);
    }
    $left = \Drupal::database()->select('sessions', 's')->condition('uid', 7)->countQuery()->execute()->fetchField();
    $this->assertSame(3, (int) $left);
    $options = \Drupal::getContainer()->getParameter('session.storage.options');
    $this->assertSame([14 * $day, $day], [$options['cookie_lifetime'], $options['gc_maxlifetime']]);
  }

}
