<?php

namespace Drupal\Tests\sw_base\Kernel;

/**
 * What rows of before have now.
 */
final class EarlierValuesTest extends MachineTestBase {

  /**
   * Fields that were added keep what rows had under another name; a list beside which another says more follows it.
   */
  public function testCarry(): void {
    foreach (['add_fee' => 'billing', 'toy_order' => 'toy_shop'] as $operation => $capability) {
      $this->action($capability, $operation, $operation);
    }
    $database = \Drupal::database();
    // As it was when an action had a kind and no capability.
    $database->schema()->addField('sw_action', 'kind', ['type' => 'varchar', 'length' => 255]);
    $database->query('UPDATE {sw_action} SET [kind] = [operation], [operation] = NULL, [capability] = NULL');
    $values = \Drupal::service('sw_base.earlier_values');
    $values->carry('sw_action', ['status']);
    self::assertSame([[NULL, NULL], [NULL, NULL]], $this->stored('operation', 'capability'));
    $values->carry('sw_action', ['operation', 'capability']);
    self::assertSame([['add_fee', 'billing'], ['toy_order', 'toy_shop']], $this->stored('operation', 'capability'));
    $values->carry('user', ['operation']);
  }

  /**
   * Values that are no longer give way; no other does, and nobody changed the rows.
   */
  public function testReplace(): void {
    foreach (['planned', 'running', 'failed', 'held'] as $i => $status) {
      $id = $this->action('billing', 'add_fee', "k$i");
      \Drupal::database()->update('sw_action')->fields(['status' => $status])->condition('id', $id)->execute();
    }
    for ($i = 0; $i < 2; $i++) {
      \Drupal::service('sw_base.earlier_values')->replace();
      self::assertEquals([['ready', 1], ['in_progress', 1], ['rejected_by_vendor', 1], ['held', 1]], $this->stored('status', 'version'));
    }
  }

  /**
   * Makes an action; gives its id.
   */
  private function action(string $capability, string $operation, string $key): int {
    $values = ['capability' => $capability, 'operation' => $operation, 'idempotency_key' => $key];
    return (int) $this->create('sw_action', ['brand' => 'north'] + $values)->id();
  }

  /**
   * @return list<list<mixed>>
   *   Two columns of the stored actions, in the order they were made.
   */
  private function stored(string ...$columns): array {
    return array_values(\Drupal::database()->select('sw_action', 'a')->fields('a', $columns)->orderBy('id')->execute()->fetchAll(\PDO::FETCH_NUM));
  }

}
