<?php

namespace Drupal\Tests\sw_tenant\Kernel;

use Drupal\Core\Entity\EntityStorageException;
use Drupal\sw_tenant\Entity\TenantReferenceList;
use Drupal\Tests\sw_base\Kernel\MachineTestBase;

/**
 * Rows of another brand, and of another customer, do not exist.
 */
final class ScopeTest extends MachineTestBase {

  /**
   * Everybody finds, and may touch, the rows of their own brand only.
   */
  public function testBrands(): void {
    $ours = $this->customer('north', 'Alder');
    $theirs = $this->customer('south', 'Birch');
    $administrator = $this->person('north', ['administrator']);
    $platform = $this->person(NULL, ['platform_administrator']);

    $this->actAs($administrator);
    self::assertSame(['Alder'], $this->found('sw_account'));
    self::assertSame(['Alder bear'], $this->found('sw_toy'));
    self::assertSame(['north'], $this->found('sw_brand'));
    foreach (['view', 'update', 'delete'] as $operation) {
      self::assertTrue($ours['toy']->access($operation), "own row, $operation");
      self::assertFalse($theirs['toy']->access($operation), "foreign row, $operation");
    }
    // What a new row gets is the brand of whoever makes it; a foreign target is as good as none.
    $toy = $this->draft('sw_toy', ['site' => $theirs['site']->id(), 'name' => 'Stolen']);
    self::assertEquals($this->brands['north']->id(), $toy->get('brand')->target_id);
    $site = $toy->get('site');
    self::assertInstanceOf(TenantReferenceList::class, $site);
    self::assertSame([], $site->referencedEntities());
    self::assertNotCount(0, $toy->validate()->getByField('site'), 'a foreign target is refused');
    // Uniqueness says nothing of others.
    $account = $this->draft('sw_account', ['legal_name' => 'Second', 'softwhere_id' => 'Birch']);
    self::assertCount(0, $account->validate());

    $this->actAs($platform);
    self::assertSame([], $this->found('sw_account'));
    self::assertSame(['north', 'south'], $this->found('sw_brand'));
    self::assertFalse($ours['account']->access('view'));

    $this->actAs(NULL);
    self::assertSame([], $this->found('sw_account'));
    self::assertSame([], $this->found('sw_brand'));
    self::assertFalse($ours['account']->access('view'));

    $all = \Drupal::service('sw_base.system_scope')->run(fn () => $this->found('sw_account'));
    self::assertSame(['Alder', 'Birch'], $all, 'the platform itself sees every row');
    self::assertSame([], $this->found('sw_account'), 'and nobody does afterwards');
  }

  /**
   * A row keeps its brand, whoever saves it.
   */
  public function testBrandIsForEver(): void {
    $toy = $this->customer('north', 'Alder')['toy'];
    $toy->set('brand', $this->brands['south']->id());
    $this->expectException(EntityStorageException::class);
    $this->expectExceptionMessage('A row never changes its brand.');
    $toy->save();
  }

  /**
   * Clients find what leads to their accounts, however far; and no other customer's people.
   */
  public function testAccounts(): void {
    $alder = $this->customer('north', 'Alder');
    $beech = $this->customer('north', 'Beech');
    $client = $this->person('north', ['client', 'sales'], [
      'name' => 'alder-client',
      'user_type' => 'client',
      'accounts' => [$alder['account']->id()],
    ]);
    $this->person('north', ['client'], [
      'name' => 'beech-client',
      'user_type' => 'client',
      'accounts' => [$beech['account']->id()],
    ]);
    $staff = $this->person('north', ['sales'], ['name' => 'staff']);

    $this->actAs($client);
    self::assertSame(['Alder'], $this->found('sw_account'));
    self::assertSame(['Alder house'], $this->found('sw_site'));
    self::assertSame(['Alder bear'], $this->found('sw_toy'), 'two steps from the account');
    self::assertSame(['alder-client', 'staff'], $this->found('user'));
    self::assertTrue($alder['toy']->access('view'));
    self::assertFalse($beech['toy']->access('view'));

    $this->actAs($staff);
    self::assertSame(['Alder', 'Beech'], $this->found('sw_account'));
    self::assertCount(3, $this->found('user'));
  }

}
