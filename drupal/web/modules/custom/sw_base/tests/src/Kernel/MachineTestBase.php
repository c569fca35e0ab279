<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Session\AnonymousUserSession;
use Drupal\KernelTests\KernelTestBase;
use Drupal\user\Entity\Role;
use Drupal\user\UserInterface;

/**
 * The base, its two modules and the smallest vertical, with two brands.
 *
 * Starting it takes a second: a test method asks everything about one rule.
 */
abstract class MachineTestBase extends KernelTestBase {

  /**
   * {@inheritdoc}
   */
  protected static $modules = [
    'basic_auth', 'datetime', 'field', 'file', 'jsonapi', 'language', 'options', 'serialization', 'system', 'user',
    'sw_base', 'sw_tenant', 'sw_operations', 'sw_toy',
  ];

  /**
   * {@inheritdoc}
   */
  protected bool $usesSuperUserAccessPolicy = FALSE;

  /**
   * Brands by name: `north` and `south`.
   *
   * @var array<string, \Drupal\Core\Entity\ContentEntityInterface>
   */
  protected array $brands = [];

  /**
   * {@inheritdoc}
   */
  protected function setUp(): void {
    parent::setUp();
    $model = \Drupal::service('sw_base.model')->get();
    $this->installEntitySchema('user');
    $this->installEntitySchema('file');
    array_map($this->installEntitySchema(...), array_keys($model->types));
    $this->installSchema('sw_base', ['sw_journal_head', 'sw_account_mail', 'sw_password_reset', 'sw_session']);
    $this->installSchema('user', ['users_data']);
    $this->installConfig(['system', 'user']);
    foreach ($model->roles as $name => $role) {
      Role::create(['id' => "sw_$name", 'label' => $role['label']['en'] ?? $name, 'permissions' => $role['permissions']])->save();
    }
    foreach (['north', 'south'] as $name) {
      $this->brands[$name] = $this->create('sw_brand', ['name' => $name, 'modules' => ['sw_toy']]);
    }
  }

  /**
   * A stored row, made by the platform itself: no rights, but all rules of storing.
   *
   * @param array<string, mixed> $values
   *   Its fields; `brand` as a name.
   */
  protected function create(string $type, array $values): ContentEntityInterface {
    if (isset($values['brand'])) {
      $values['brand'] = $this->brands[$values['brand']]->id();
    }
    return \Drupal::service('sw_base.system_scope')->run(function () use ($type, $values) {
      $row = $this->draft($type, $values);
      $row->save();
      return $row;
    });
  }

  /**
   * A row that is not stored.
   *
   * @param array<string, mixed> $values
   *   Its fields.
   */
  protected function draft(string $type, array $values): ContentEntityInterface {
    $row = \Drupal::entityTypeManager()->getStorage($type)->create($values);
    assert($row instanceof ContentEntityInterface);
    return $row;
  }

  /**
   * Somebody of a brand, or of the platform.
   *
   * @param string|null $brand
   *   The brand's name.
   * @param list<string> $roles
   *   Business roles.
   * @param array<string, mixed> $values
   *   More fields.
   */
  protected function person(?string $brand, array $roles, array $values = []): UserInterface {
    $person = $this->create('user', $values + [
      'name' => implode('-', [$brand ?? 'platform', ...$roles, $this->randomMachineName(4)]),
      'status' => 1,
      'user_type' => 'internal',
      'business_roles' => $roles,
    ] + ($brand === NULL ? [] : ['brand' => $brand]));
    assert($person instanceof UserInterface);
    return $person;
  }

  /**
   * Goes on as somebody, or as nobody.
   */
  protected function actAs(?UserInterface $person): void {
    \Drupal::currentUser()->setAccount($person ?? new AnonymousUserSession());
    \Drupal::entityTypeManager()->getStorage('user')->resetCache();
  }

  /**
   * An account of a brand, a site of it and a toy on the site.
   *
   * @return array{account: \Drupal\Core\Entity\ContentEntityInterface, site: \Drupal\Core\Entity\ContentEntityInterface, toy: \Drupal\Core\Entity\ContentEntityInterface}
   *   The rows.
   */
  protected function customer(string $brand, string $name): array {
    $account = $this->create('sw_account', ['brand' => $brand, 'legal_name' => $name, 'softwhere_id' => $name]);
    $site = $this->create('sw_site', ['brand' => $brand, 'account' => $account->id(), 'name' => "$name house"]);
    $toy = $this->create('sw_toy', ['brand' => $brand, 'site' => $site->id(), 'name' => "$name bear"]);
    return ['account' => $account, 'site' => $site, 'toy' => $toy];
  }

  /**
   * @return list<string>
   *   The labels of the rows of a type that the current user finds.
   */
  protected function found(string $type): array {
    $storage = \Drupal::entityTypeManager()->getStorage($type);
    $storage->resetCache();
    $ids = $storage->getQuery()->accessCheck(TRUE)->sort($storage->getEntityType()->getKey('id'))->execute();
    return array_values(array_map(fn (EntityInterface $row) => (string) $row->label(), $storage->loadMultiple($ids)));
  }

}
