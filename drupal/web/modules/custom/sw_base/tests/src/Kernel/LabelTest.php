<?php

namespace Drupal\Tests\sw_base\Kernel;

/**
 * Rows whose label is made of several fields.
 */
final class LabelTest extends MachineTestBase {

  /**
   * In the administration, in the journal, and where another row refers to it.
   */
  public function testContact(): void {
    ['account' => $account, 'site' => $site] = $this->customer('north', 'Alder');
    $of_account = ['brand' => 'north', 'account' => $account->id()];
    $ada = $this->create('sw_contact', $of_account + ['first_name' => 'Ada', 'last_name' => 'Lovelace']);
    $last = $this->create('sw_contact', $of_account + ['last_name' => 'Hopper']);
    $of_site = ['brand' => 'north', 'site' => $site->id()];
    $toy = $this->create('sw_toy', $of_site + ['name' => 'x', 'keeper' => $ada->id()]);
    $this->actAs($this->person('north', ['administrator']));
    self::assertSame(['Ada Lovelace', 'Hopper'], [$ada->label(), $last->label()]);
    self::assertSame('Ada Lovelace', \Drupal::service('sw_base.labels')->of($ada));
    self::assertSame('Hopper', \Drupal::service('sw_base.labels')->of($last));
    self::assertSame('Ada Lovelace', \Drupal::service('sw_base.value_text')->of($toy->get('keeper')));
    $labels = \Drupal::database()->select('sw_journal_entry', 'e')->fields('e', ['subject_label'])
      ->condition('subject_type', 'sw_contact')->orderBy('id')->execute()->fetchCol();
    self::assertSame(['Ada Lovelace', 'Hopper'], $labels);
  }

}
