<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Storage\StaleWriteException;
use Drupal\sw_base\Storage\StoredRow;

/**
 * Every change leaves an entry of its brand's chain, in the transaction of the change.
 */
final class JournalTest extends MachineTestBase {

  /**
   * What is written, for whom, and that the chain holds.
   */
  public function testEntries(): void {
    $alder = $this->customer('north', 'Alder');
    $this->actAs($painter = $this->person('north', ['administrator'], ['full_name' => 'Ada']));
    $before = count($this->entries('north'));

    $toy = $alder['toy'];
    $toy->set('color', 'red')->set('name', 'Ted')->save();
    $entries = array_slice($this->entries('north'), $before);
    self::assertCount(1, $entries);
    self::assertSame(['update', 'sw_toy', $toy->uuid(), '2', 'Ada', 'user'], $this->members($entries[0], [
      'operation',
      'subject_type',
      'subject_id',
      'subject_version',
      'actor_name',
      'cause',
    ]));
    self::assertSame([['name', 'Alder bear', 'Ted'], ['color', NULL, 'red']], $this->changes($entries[0]));
    self::assertSame($alder['account']->id(), $entries[0]->get('account')->target_id, 'the account that the row leads to');

    // A field with a permission to see it has an entry of its own.
    $alder['account']->set('city', 'Brest')->set('notes', 'Pays late.')->save();
    $entries = array_slice($this->entries('north'), -2);
    self::assertSame([NULL, 'view internal notes'], [
      $entries[0]->get('view_permission')->value,
      $entries[1]->get('view_permission')->value,
    ]);
    self::assertSame([['city', NULL, 'Brest']], $this->changes($entries[0]));
    self::assertSame([['notes', NULL, 'Pays late.']], $this->changes($entries[1]));

    // A password is nobody's to read.
    $painter->setPassword('hidden-in-the-journal')->save();
    $painter->set('full_name', 'Ada L.')->setPassword('hidden-again')->save();
    foreach ($this->entries('north') as $entry) {
      self::assertNotContains('pass', array_column($this->changes($entry), 0));
    }

    $count = count($this->entries('north'));
    $version = $toy->get('version')->value;
    $toy->set('name', 'Ted')->save();
    self::assertCount($count, $this->entries('north'), 'a save that changes nothing writes nothing');
    self::assertSame($version, $toy->get('version')->value);

    $toy->delete();
    $last = array_slice($this->entries('north'), -1)[0];
    self::assertSame('delete', $last->get('operation')->value);
    self::assertContains(['color', 'red', NULL], $this->changes($last));

    $this->customer('south', 'Birch');
    self::assertChain($this->entries('north'));
    self::assertChain($this->entries('south'), 'each brand has a chain of its own, from one on');
    $head = \Drupal::database()->select('sw_journal_head', 'h')->fields('h', ['sequence', 'hash'])->condition('brand', $this->brands['north']->id())->execute()->fetchAssoc();
    self::assertSame([$last->get('sequence')->value, $last->get('hash')->value], array_values($head));
  }

  /**
   * What was not stored was not journalled, and an entry can't be lost beside its change.
   */
  public function testWithTheChange(): void {
    $toy = $this->customer('north', 'Alder')['toy'];
    $count = count($this->entries('north'));
    $transaction = \Drupal::database()->startTransaction();
    $toy->set('color', 'red')->save();
    self::assertCount($count + 1, $this->entries('north'));
    $transaction->rollBack();
    unset($transaction);
    self::assertCount($count, $this->entries('north'));

    // Two people read the same version: the second one to save is refused, and leaves no entry.
    $storage = \Drupal::entityTypeManager()->getStorage('sw_toy');
    [$first, $second] = \Drupal::service('sw_base.system_scope')->run(fn () => [
      $storage->loadUnchanged($toy->id()),
      clone $storage->loadUnchanged($toy->id()),
    ]);
    $stored = clone $second;
    $first->set('color', 'blue')->save();
    $second->set('color', 'green');
    StoredRow::set($second, $stored);
    try {
      $second->save();
      self::fail('A stale row was stored.');
    }
    catch (StaleWriteException) {
      self::assertCount($count + 1, $this->entries('north'));
    }
    self::assertChain($this->entries('north'));
  }

  /**
   * @return list<\Drupal\Core\Entity\ContentEntityInterface>
   *   The entries of a brand, in their order.
   */
  private function entries(string $brand): array {
    return \Drupal::service('sw_base.system_scope')->run(function () use ($brand) {
      $storage = \Drupal::entityTypeManager()->getStorage('sw_journal_entry');
      $storage->resetCache();
      $ids = $storage->getQuery()->accessCheck(FALSE)->condition('brand', $this->brands[$brand]->id())->sort('sequence')->execute();
      return array_values($storage->loadMultiple($ids));
    });
  }

  /**
   * @return list<array{string, string|null, string|null}>
   *   Field, old and new value.
   */
  private function changes(ContentEntityInterface $entry): array {
    return array_map(fn (array $change) => [$change['field'], $change['from'], $change['to']], $entry->get('changes')->getValue());
  }

  /**
   * @param list<string> $names
   *   Fields.
   *
   * @return list<string|null>
   *   Their values.
   */
  private function members(ContentEntityInterface $entry, array $names): array {
    return array_map(fn (string $name) => $entry->get($name)->value, $names);
  }

  /**
   * Checks sequence, links and hashes as the wire contract words them, without the code that wrote them.
   *
   * @param list<\Drupal\Core\Entity\ContentEntityInterface> $entries
   *   A whole chain.
   */
  private static function assertChain(array $entries, string $message = ''): void {
    $previous = str_repeat('0', 64);
    $uuid = fn (string $type, $id) => $id === NULL ? NULL : \Drupal::database()->select($type === 'user' ? 'users' : $type, 't')->fields('t', ['uuid'])->condition($type === 'user' ? 'uid' : 'id', $id)->execute()->fetchField();
    foreach ($entries as $index => $entry) {
      self::assertSame((string) ($index + 1), $entry->get('sequence')->value, $message);
      self::assertSame($previous, $entry->get('previous_hash')->value, $message);
      $changes = array_map(fn (array $change) => [
        'field' => $change['field'],
        'from' => $change['from'],
        'to' => $change['to'],
      ], $entry->get('changes')->getValue());
      $content = [
        'account' => $uuid('sw_account', $entry->get('account')->target_id),
        'actor' => $uuid('user', $entry->get('actor')->target_id),
        'actor_name' => $entry->get('actor_name')->value,
        'cause' => $entry->get('cause')->value,
        'changes' => $changes,
        'occurred_at' => (int) $entry->get('occurred_at')->value,
        'operation' => $entry->get('operation')->value,
        'request_id' => $entry->get('request_id')->value,
        'sequence' => $index + 1,
        'subject_id' => $entry->get('subject_id')->value,
        'subject_label' => $entry->get('subject_label')->value,
        'subject_type' => $entry->get('subject_type')->value,
        'subject_version' => (int) $entry->get('subject_version')->value,
        'view_permission' => $entry->get('view_permission')->value,
      ];
      $previous = hash('sha256', $previous . "\n" . json_encode($content, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS));
      self::assertSame($previous, $entry->get('hash')->value, "$message entry " . ($index + 1));
    }
  }

}
