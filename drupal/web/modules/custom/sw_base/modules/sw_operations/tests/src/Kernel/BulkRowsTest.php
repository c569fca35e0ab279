<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\field\Entity\FieldConfig;
use Drupal\field\Entity\FieldStorageConfig;

/**
 * Many rows of a type without journal, in one operation.
 */
final class BulkRowsTest extends WireTestBase {

  private const TYPE = 'sw_import_mapping';

  /**
   * An operation that adds rows.
   */
  private static function rows(array $fields, array $rows): array {
    return ['op' => 'add-rows', 'type' => self::TYPE . '--' . self::TYPE, 'fields' => $fields, 'rows' => $rows];
  }

  /**
   * The stored rows, by their names.
   *
   * @return array<string, array<string, mixed>>
   *   What is in the table.
   */
  private static function stored(): array {
    return array_map(fn (object $row) => array_diff_key((array) $row, ['id' => 1, 'uuid' => 1]), \Drupal::database()->select(self::TYPE, 't')->fields('t')->orderBy('id')->execute()->fetchAllAssoc('name'));
  }

  /**
   * Plain values, which become a record, and others, which become a row first, are stored as a save stores them.
   */
  public function testStoredAsBySave(): void {
    $caller = $this->caller('north', ['administrator']);
    $single = [
      'type' => self::TYPE . '--' . self::TYPE,
      'attributes' => ['kind' => 'lines', 'name' => 'saved', 'mapping' => ['A' => 'a', 'B' => NULL]],
    ];
    self::document($this->ask($caller, 'POST', '/jsonapi/' . self::TYPE . '/' . self::TYPE, ['data' => $single]), 201);
    $results = self::document($this->operate($caller, [
      self::rows(['kind', 'name', 'mapping'], [
        [' lines ', "pla\u{200B}in ", NULL],
        ['lines', 'second look', ['A' => 'a', 'B' => NULL]],
        ['lines', ['value' => 'odd'], ['A' => 'a', 'B' => NULL]],
      ]),
    ]), 200)['atomic:results'];
    self::assertSame([['meta' => ['rows' => 3]]], $results);
    $stored = self::stored();
    $saved = array_diff_key($stored['saved'], ['created' => 1, 'changed' => 1]);
    self::assertSame(['saved', 'plain', 'second look', 'odd'], array_keys($stored));
    foreach ($stored as $name => $row) {
      self::assertEqualsWithDelta((int) $stored['saved']['created'], (int) $row['created'], 60);
      self::assertSame($row['created'], $row['changed']);
      $expected = ['name' => $name] + ($name === 'plain' ? ['mapping' => NULL] : []) + $saved;
      self::assertEquals($expected, array_diff_key($row, ['created' => 1, 'changed' => 1]));
    }
  }

  /**
   * Fields that a site builder added have tables of their own.
   */
  public function testFieldsWithTables(): void {
    FieldStorageConfig::create([
      'entity_type' => self::TYPE,
      'field_name' => 'field_tag',
      'type' => 'string',
      'cardinality' => -1,
    ])->save();
    FieldConfig::create([
      'entity_type' => self::TYPE,
      'bundle' => self::TYPE,
      'field_name' => 'field_tag',
      'label' => 'Tag',
      'default_value' => [['value' => 'none']],
    ])->save();
    \Drupal::service('router.builder')->rebuild();
    $caller = $this->caller('north', ['administrator']);
    $rows = [['k', 'two', ['red', 'blue']], ['k', 'one', 'green']];
    self::document($this->operate($caller, [
      self::rows(['kind', 'name', 'field_tag'], $rows),
      self::rows(['kind', 'name'], [['k', 'default']]),
    ]), 200);
    $tags = [];
    foreach (\Drupal::service('sw_base.system_scope')->run(fn () => \Drupal::entityTypeManager()->getStorage(self::TYPE)->loadMultiple()) as $row) {
      assert($row instanceof ContentEntityInterface);
      $tags[$row->get('name')->value] = array_column($row->get('field_tag')->getValue(), 'value');
    }
    self::assertSame(['two' => ['red', 'blue'], 'one' => ['green'], 'default' => ['none']], $tags);
  }

  /**
   * Each row is told once, whatever code looked at it; nothing is written, and lists that are kept know of new rows.
   */
  public function testRefusals(): void {
    $caller = $this->caller('north', ['administrator']);
    $list = fn () => count(self::document($this->ask($caller, 'GET', '/jsonapi/' . self::TYPE . '/' . self::TYPE), 200)['data']);
    self::assertSame(0, $list());
    self::assertSame([
      ['/atomic:operations/0/rows/1/1', 'required'],
      ['/atomic:operations/0/rows/3/2', 'wrong_shape'],
    ], self::errors($this->operate($caller, [
      self::rows(['kind', 'name', 'mapping'], [
        ['k', 'a', NULL],
        ['k', NULL, NULL],
        ['k', 'A', NULL],
        ['k', 'b', ['A' => 1]],
      ]),
    ]), 422));
    self::assertSame([
      ['/atomic:operations/0/rows/1/1', 'not_unique'],
      ['/atomic:operations/0/rows/2/1', 'not_unique'],
    ], self::errors($this->operate($caller, [
      self::rows(['kind', 'name', 'mapping'], [
        ['k', 'É', NULL],
        ['K', 'é', ['A' => 'a']],
        ['k', 'É', ['A' => 'a']],
      ]),
    ]), 422));
    self::assertSame([], self::stored());
    self::document($this->operate($caller, [self::rows(['kind', 'name'], [['k', 'E'], ['k', 'É']])]), 200);
    self::assertSame(2, $list());
    self::assertSame([['/atomic:operations/0/type', 'has_journal']], self::errors($this->operate($caller, [
      ['type' => 'sw_toy--sw_toy'] + self::rows(['name'], [['x']]),
    ]), 422));
  }

}
