<?php

namespace Drupal\Tests\sw_base\Kernel;

/**
 * Business roles give rights; a brand changes what its own roles give.
 */
final class RightsTest extends MachineTestBase {

  /**
   * Without a row of the brand the platform's defaults apply.
   */
  public function testDefaults(): void {
    // The first account of all: nobody is above the rules.
    $first = $this->person('north', ['sales']);
    self::assertSame('1', (string) $first->id());
    $administrator = $this->person('north', ['administrator']);
    $both = $this->person('north', ['sales', 'administrator']);
    $toy = $this->customer('north', 'Alder')['toy'];

    self::assertTrue($first->hasPermission('edit sw_toy'), 'what a vertical gives to a role of the base');
    self::assertFalse($first->hasPermission('paint toys'));
    self::assertFalse($first->hasPermission('administer users'));
    self::assertTrue($administrator->hasPermission('paint toys'));
    self::assertTrue($both->hasPermission('paint toys'), 'the union of the roles');
    self::assertFalse($this->person('north', ['unheard_of'])->hasPermission('view sw_toy'));
    self::assertFalse($this->person('north', [])->hasPermission('view sw_toy'));

    $this->actAs($first);
    self::assertTrue($toy->access('update'));
    self::assertFalse($toy->access('delete'));
    self::assertTrue($toy->get('name')->access('edit'));
    self::assertFalse($toy->get('color')->access('edit'), 'a field with a permission of its own');
    self::assertFalse($toy->get('version')->access('edit'), 'a field of the server');
    $this->actAs($administrator);
    self::assertTrue($toy->get('color')->access('edit'));
    $this->actAs($this->person('north', ['partner']));
    self::assertFalse($toy->access('view'), 'a role without the type');
  }

  /**
   * A permission brings those that it includes, unless the brand denies them.
   */
  public function testIncluded(): void {
    $sales = $this->person('north', ['sales']);
    self::assertFalse($sales->hasPermission('carry out actions'));
    $row = $this->create('sw_role', ['brand' => 'north', 'role' => 'sales', 'granted' => ['paint toys']]);
    self::assertTrue($sales->hasPermission('carry out actions'));
    $row->set('denied', ['carry out actions'])->save();
    self::assertFalse($sales->hasPermission('carry out actions'));
    self::assertTrue($sales->hasPermission('paint toys'));
  }

  /**
   * A row of the brand replaces its role's default there; what it denies is lost for good.
   */
  public function testBrandRows(): void {
    $north = $this->person('north', ['sales']);
    $north_both = $this->person('north', ['sales', 'administrator']);
    $south = $this->person('south', ['sales']);
    self::assertTrue($north->hasPermission('edit sw_toy'));

    $row = $this->create('sw_role', ['brand' => 'north', 'role' => 'sales', 'granted' => ['view sw_toy', 'paint toys']]);
    self::assertTrue($north->hasPermission('paint toys'), 'granted by the row');
    self::assertFalse($north->hasPermission('edit sw_toy'), 'the default is replaced, not added to');
    self::assertTrue($north_both->hasPermission('edit sw_toy'), 'another role still gives it');
    self::assertFalse($south->hasPermission('paint toys'), 'another brand is another matter');

    $row->set('denied', ['paint toys', 'edit sw_toy'])->save();
    self::assertFalse($north->hasPermission('paint toys'), 'denied by the row that grants it');
    self::assertFalse($north_both->hasPermission('paint toys'), 'denied although another role grants it');
    self::assertFalse($north_both->hasPermission('edit sw_toy'));
    self::assertTrue($this->person('north', ['administrator'])->hasPermission('paint toys'), 'for holders of the role only');
  }

  /**
   * Nothing in a brand lifts anybody above brands, or into Drupal's administration.
   */
  public function testPlatform(): void {
    $this->create('sw_role', [
      'brand' => 'north',
      'role' => 'sales',
      'granted' => ['administer platform', 'administer permissions', 'view sw_toy'],
    ]);
    $sales = $this->person('north', ['sales', 'platform_administrator']);
    self::assertFalse($sales->hasPermission('administer platform'));
    self::assertFalse($sales->hasPermission('administer permissions'));
    self::assertTrue($sales->hasPermission('view sw_toy'));
    $platform = $this->person(NULL, ['platform_administrator']);
    self::assertTrue($platform->hasPermission('administer platform'));
    self::assertFalse($platform->hasPermission('view sw_toy'));
  }

}
