<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Field\BaseFieldDefinition;
use Drupal\sw_base\Json\JsonText;
use Drupal\sw_base\Json\TextConversion;
use Drupal\sw_base\Storage\StoredRow;

/**
 * Fields that hold JSON of a declared shape.
 */
final class JsonFieldTest extends MachineTestBase {

  /**
   * The shape follows the row, and the first place that doesn't fit is named.
   */
  public function testShape(): void {
    $site = $this->customer('north', 'Alder')['site'];
    $toy = fn (string $material, string $making) => $this->draft('sw_toy', [
      'site' => $site->id(),
      'name' => 'x',
      'material' => $material,
      'making' => $making,
    ]);
    self::assertSame([], $this->problems($toy('wood', '{"tree":"oak","parts":[{"name":"leg"}]}')));
    self::assertSame([], $this->problems($toy('cloth', '{"felt":3}')));
    self::assertSame([], $this->problems($toy('cloth', '{}')));
    self::assertSame(['The value at /felt is not allowed here.'], $this->problems($toy('wood', '{"felt":3}')));
    self::assertSame(['The value at /tree is missing.'], $this->problems($toy('wood', '{}')));
    self::assertSame(['The value at /parts/0/glued is not allowed here.'], $this->problems($toy('wood', '{"parts":[{"name":"a","glued":1},{"name":2}],"tree":"oak"}')));
    self::assertSame(['The value is not allowed here.'], $this->problems($toy('cloth', '[]')));
    self::assertSame(['The value is not allowed here.'], $this->problems($toy('cloth', 'no JSON')));
    self::assertSame(['The value at /&lt;b&gt; is not allowed here.'], $this->problems($toy('wood', '{"<b>":1,"tree":"oak"}')));
    self::assertSame(['The value has more than 20 levels.'], $this->problems($toy('wood', str_repeat('[', 30) . str_repeat(']', 30))));
  }

  /**
   * What is stored is the canonical text, and the same value is no change.
   */
  public function testStorage(): void {
    $toy = $this->customer('north', 'Alder')['toy'];
    $toy->set('making', '{ "tree": "a\/b", "parts": [] }')->save();
    $stored = \Drupal::entityTypeManager()->getStorage('sw_toy')->loadUnchanged($toy->id());
    self::assertInstanceOf(ContentEntityInterface::class, $stored);
    self::assertSame('{"parts":[],"tree":"a/b"}', $stored->get('making')->value);
    self::assertSame('2', $stored->get('version')->value);
    StoredRow::set($stored, NULL);
    $stored->set('making', '{"parts":[],"tree":"a/b"}')->save();
    self::assertSame('2', $stored->get('version')->value);
  }

  /**
   * Members are sorted as JavaScript sorts them; whole numbers are written without point.
   */
  public function testText(): void {
    $text = JsonText::of(json_decode('{"\ud83d\ude00":1,"\uffff":[1.0,1e2,-0,{}],"b":"\u2028/","10":true,"9":null}'));
    self::assertSame("{\"10\":true,\"9\":null,\"b\":\"\u{2028}/\",\"\u{1F600}\":1,\"\u{FFFF}\":[1,100,0,{}]}", $text);
  }

  /**
   * Text of earlier versions becomes JSON, or is put aside.
   */
  public function testConversion(): void {
    $views = [];
    foreach (['{"sort": "-name", "search":"é"}', 'q=1&sort=name', ''] as $text) {
      $view = $this->create('sw_saved_view', ['brand' => 'north', 'name' => 'v', 'list' => 'sw_site']);
      \Drupal::database()->update('sw_saved_view')->fields(['query' => $text])->condition('id', $view->id())->execute();
      $views[] = $view;
    }
    $installed = \Drupal::service('entity.last_installed_schema.repository');
    $before = BaseFieldDefinition::create('string_long')->setName('query')->setTargetEntityTypeId('sw_saved_view')->setProvider('sw_base');
    $installed->setLastInstalledFieldStorageDefinition($before);
    $said = \Drupal::service('sw_base.text_conversion')->run();
    self::assertSame(['sw_saved_view.query is JSON: 1 values, 1 put aside in sw_json_leftover.'], $said);
    self::assertSame('sw_json', $installed->getLastInstalledFieldStorageDefinitions('sw_saved_view')['query']->getType());
    self::assertSame(['{"search":"é","sort":"-name"}', NULL, NULL], \Drupal::database()->query('SELECT query FROM {sw_saved_view} ORDER BY id')->fetchCol());
    $leftover = \Drupal::database()->select(TextConversion::LEFTOVER, 'l')->fields('l')->execute()->fetchAssoc();
    self::assertSame(['sw_saved_view', $views[1]->uuid(), 'query', 'q=1&sort=name'], array_slice(array_values((array) $leftover), 1));
    self::assertSame([], \Drupal::service('sw_base.text_conversion')->run());
  }

  /**
   * @return list<string>
   *   What is wrong with the value, as markup.
   */
  private function problems(ContentEntityInterface $toy): array {
    $problems = [];
    foreach ($toy->get('making')->validate() as $violation) {
      $problems[] = (string) $violation->getMessage();
    }
    return $problems;
  }

}
