<?php

namespace Drupal\Tests\sw_base\Kernel;

/**
 * References that are younger than rows of their type.
 */
final class FilledReferencesTest extends MachineTestBase {

  /**
   * Rows get what the model's path leads to from each; without history, as nobody changed them.
   */
  public function testFill(): void {
    ['account' => $account, 'toy' => $toy] = $this->customer('north', 'Alder');
    $gap = ['check' => 'toy_missing', 'period_start' => '2026-01-01', 'period_end' => '2026-01-31', 'amount' => '1'];
    $about = $this->create('sw_anomaly', $gap + ['brand' => 'north', 'key' => 'a', 'toy' => $toy->id()]);
    $other = $this->create('sw_anomaly', $gap + ['brand' => 'north', 'key' => 'b']);
    \Drupal::service('sw_base.filled_references')->fill('sw_anomaly', 'account');
    $stored = \Drupal::database()->select('sw_anomaly', 'a')->fields('a', ['id', 'account', 'version'])->orderBy('id')->execute()->fetchAllAssoc('id', \PDO::FETCH_NUM);
    self::assertEquals([$about->id(), $account->id(), 1], $stored[$about->id()]);
    self::assertEquals([$other->id(), NULL, 1], $stored[$other->id()]);
    // A field that names no path is left alone.
    \Drupal::service('sw_base.filled_references')->fill('sw_anomaly', 'supplier');
    \Drupal::service('sw_base.filled_references')->fill('user', 'accounts');
  }

}
