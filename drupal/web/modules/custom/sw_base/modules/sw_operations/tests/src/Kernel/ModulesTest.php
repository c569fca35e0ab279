<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\PageCache\ChainRequestPolicy;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\Response;

/**
 * What a module brings doesn't exist for a brand that it isn't open to.
 */
final class ModulesTest extends WireTestBase {

  /**
   * {@inheritdoc}
   */
  protected static $modules = ['dynamic_page_cache'];

  private const TOYS = '/jsonapi/sw_toy/sw_toy';

  /**
   * The rows of the brand: account, site and toy.
   *
   * @var array<string, \Drupal\Core\Entity\ContentEntityInterface>
   */
  private array $rows;

  private UserInterface $administrator;

  private UserInterface $service;

  /**
   * {@inheritdoc}
   */
  public function register(ContainerBuilder $container): void {
    parent::register($container);
    // Core keeps nothing that is answered on a command line.
    $container->getDefinition('dynamic_page_cache_request_policy')->setClass(ChainRequestPolicy::class);
  }

  /**
   * {@inheritdoc}
   */
  protected function setUp(): void {
    parent::setUp();
    $this->rows = $this->customer('north', 'Alder');
    $this->administrator = $this->caller('north', ['administrator']);
    $this->service = $this->caller('north', ['service', 'administrator']);
  }

  /**
   * Sets what is open to the brand, as the platform does it.
   */
  private function open(string ...$modules): void {
    \Drupal::service('sw_base.system_scope')->run(function () use ($modules): void {
      $brand = \Drupal::entityTypeManager()->getStorage('sw_brand')->load($this->brands['north']->id());
      assert($brand instanceof ContentEntityInterface);
      $brand->set('modules', $modules)->save();
    });
  }

  /**
   * The answer to the brand's administrator.
   *
   * @param array<string, mixed>|null $body
   *   The JSON:API document to send.
   */
  private function answer(string $method, string $path, ?array $body = NULL): Response {
    return $this->ask($this->administrator, $method, $path, $body);
  }

  /**
   * An answer, with the names of what was asked for made alike.
   *
   * @param array<string, string> $names
   *   What to replace.
   */
  private static function anonymized(Response $response, array $names): string {
    return $response->getStatusCode() . ' ' . $response->headers->get('Allow') . ' ' . $response->headers->get('Content-Type') . ' ' . strtr((string) $response->getContent(), $names);
  }

  /**
   * Its values of the base's lists are unknown values, and rows that have one don't exist.
   */
  public function testValues(): void {
    $gap = ['brand' => 'north', 'period_start' => '2026-01-01', 'period_end' => '2026-01-31', 'amount' => '1'];
    $own = $this->create('sw_anomaly', $gap + ['key' => 'own', 'check' => 'toy_missing']);
    $this->create('sw_anomaly', $gap + ['key' => 'other', 'check' => 'manual']);
    $path = '/jsonapi/sw_anomaly/sw_anomaly/' . $own->uuid();
    $row_access = \Drupal::service('sw_tenant.row_access');
    $this->actAs($this->administrator);
    self::assertSame(['Toy missing', 'Reported by a person'], $this->found('sw_anomaly'));
    self::document($this->answer('GET', $path), 200);
    $entry = \Drupal::entityTypeManager()->getStorage('sw_journal_entry')->loadByProperties(['subject_id' => $own->uuid()]);
    $entry = reset($entry);
    assert($entry instanceof ContentEntityInterface);
    self::assertTrue($row_access->exists($own, $this->administrator));
    self::assertTrue($row_access->exists($entry, $this->administrator));
    $this->open();
    self::document($this->answer('GET', $path), 404);
    $this->actAs($this->administrator);
    self::assertSame(['Reported by a person'], $this->found('sw_anomaly'));
    self::assertFalse($row_access->exists($own, $this->administrator));
    self::assertFalse($row_access->exists($entry, $this->administrator));
    foreach (['toy_missing', 'nop'] as $check) {
      $attributes = ['key' => $check, 'check' => $check, 'evidence' => ['nop' => 1]] + $gap;
      unset($attributes['brand']);
      $body = ['data' => ['type' => 'sw_anomaly--sw_anomaly', 'attributes' => $attributes]];
      $refused[] = (string) $this->answer('POST', '/jsonapi/sw_anomaly/sw_anomaly', $body)->getContent();
    }
    self::assertStringContainsString('/data/attributes/check', stripslashes($refused[0]));
    self::assertSame($refused[1], $refused[0]);
  }

  /**
   * The type: all its addresses answer as those of a type that never was.
   */
  public function testType(): void {
    $toy = $this->rows['toy']->uuid();
    self::document($this->answer('GET', self::TOYS . "/$toy"), 200);
    self::assertArrayHasKey('sw_toy--sw_toy', self::document($this->answer('GET', '/jsonapi'), 200)['links']);
    $this->open();
    $links = self::document($this->answer('GET', '/jsonapi'), 200)['links'];
    self::assertArrayNotHasKey('sw_toy--sw_toy', $links);
    self::assertArrayHasKey('sw_site--sw_site', $links);
    $data = ['data' => ['type' => 'sw_toy--sw_toy', 'attributes' => ['name' => 'x']]];
    $requests = [
      'GET ' . self::TOYS => NULL,
      'POST ' . self::TOYS => $data,
      'PUT ' . self::TOYS => NULL,
      'GET ' . self::TOYS . "/$toy" => NULL,
      'PATCH ' . self::TOYS . "/$toy" => $data,
      'DELETE ' . self::TOYS . "/$toy" => NULL,
      'GET ' . self::TOYS . "/$toy/site" => NULL,
      'GET ' . self::TOYS . "/$toy/relationships/site" => NULL,
      'PATCH ' . self::TOYS . "/$toy/relationships/site" => ['data' => NULL],
      'GET /jsonapi/aggregate/sw_toy' => NULL,
      'GET /jsonapi/site-fields/sw_toy' => NULL,
      'POST ' . self::TOYS . '/code' => NULL,
      'POST ' . self::TOYS . "/$toy/code" => NULL,
    ];
    foreach ($requests as $request => $body) {
      [$method, $path] = explode(' ', $request, 2);
      $unknown = $this->answer($method, str_replace('sw_toy', 'sw_nop', $path), $body);
      self::assertSame(404, $unknown->getStatusCode(), "$method $path");
      $replaced = ['sw_nop' => 'sw_toy', '/nop/' => '/toy/', '\/nop\/' => '\/toy\/'];
      self::assertSame(self::anonymized($unknown, $replaced), self::anonymized($this->answer($method, $path, $body), []), "$method $path");
    }
    foreach (['sw_toy--sw_toy', 'sw_nop--sw_nop'] as $type) {
      $remove = ['op' => 'remove', 'ref' => ['type' => $type, 'id' => $toy]];
      $failed[] = self::document($this->operate($this->administrator, [$remove]), 400);
      $failed[] = self::document($this->operate($this->administrator, [['op' => 'add', 'data' => ['type' => $type]]]), 400);
    }
    self::assertSame([$failed[0], $failed[1]], [$failed[2], $failed[3]]);
    foreach (['sw_toy', 'sw_nop'] as $type) {
      $question = ['meta' => ['type' => $type, 'ids' => [$toy], 'users' => [$this->administrator->uuid()]]];
      $asked[] = self::document($this->ask($this->service, 'POST', '/jsonapi/recipients', $question), 400)['errors'][0]['detail'];
    }
    self::assertSame($asked[0], $asked[1]);
    $this->open('sw_toy');
    $question['meta']['type'] = 'sw_toy';
    $told = self::document($this->ask($this->service, 'POST', '/jsonapi/recipients', $question), 200);
    self::assertSame([$toy], $told['meta']['recipients'][0]['ids']);
    $this->open();
    // The rows themselves, and their pages.
    $page = '/router/translate-path?path=/admin/softwhere/toy/' . $this->rows['toy']->id();
    $unknown = $this->answer('GET', str_replace('/toy/', '/nop/', $page));
    self::assertSame(self::anonymized($unknown, []), self::anonymized($this->answer('GET', $page), []));
    $this->actAs($this->administrator);
    self::assertSame([], $this->found('sw_toy'));
    self::assertFalse($this->rows['toy']->access('view'));
    self::assertFalse($this->rows['toy']->access('view label'));
  }

  /**
   * Its fields of other modules' types: as unknown ones.
   */
  public function testFields(): void {
    $site = $this->rows['site']->uuid();
    $self = $this->administrator->uuid();
    $document = self::document($this->answer('GET', "/jsonapi/sw_site/sw_site/$site"), 200);
    self::assertArrayHasKey('toy_box', $document['data']['attributes']);
    self::assertArrayHasKey('favourite_toy', self::document($this->answer('GET', "/jsonapi/user/user/$self"), 200)['data']['relationships']);
    $this->open();
    $document = self::document($this->answer('GET', "/jsonapi/sw_site/sw_site/$site"), 200);
    self::assertArrayNotHasKey('toy_box', $document['data']['attributes']);
    self::assertArrayHasKey('name', $document['data']['attributes']);
    $document = self::document($this->answer('GET', "/jsonapi/user/user/$self"), 200);
    self::assertArrayNotHasKey('favourite_toy', $document['data']['relationships']);
    $sites = '/jsonapi/sw_site/sw_site';
    $box = ['data' => ['type' => 'sw_site--sw_site', 'id' => $site, 'attributes' => ['toy_box' => 'x']]];
    $link = ['data' => ['type' => 'sw_toy--sw_toy', 'id' => $this->rows['toy']->uuid()]];
    $favour = ['data' => ['type' => 'user--user', 'id' => $self, 'relationships' => ['favourite_toy' => $link]]];
    $requests = [
      "GET $sites?filter[toy_box]=x" => NULL,
      "GET $sites?filter[a][path]=toy_box&filter[a][operator]=IS NULL" => NULL,
      "GET $sites?sort=toy_box" => NULL,
      "GET $sites?fields[sw_site--sw_site]=toy_box" => NULL,
      "GET $sites?include=toy_box" => NULL,
      'GET /jsonapi/user/user?filter[favourite_toy.name]=x' => NULL,
      'GET /jsonapi/user/user?filter[favourite_toy.id]=x' => NULL,
      'GET /jsonapi/user/user?sort=favourite_toy.name' => NULL,
      'GET /jsonapi/user/user?include=favourite_toy' => NULL,
      'GET /jsonapi/sw_account/sw_account?filter[salesperson.favourite_toy.name]=x' => NULL,
      'GET /jsonapi/sw_account/sw_account?sort=salesperson.favourite_toy.name' => NULL,
      'GET /jsonapi/sw_account/sw_account?include=salesperson.favourite_toy' => NULL,
      'GET /jsonapi/aggregate/sw_site?groupBy=toy_box' => NULL,
      'GET /jsonapi/aggregate/sw_site?sumOf=toy_box' => NULL,
      'GET /jsonapi/aggregate/user?groupBy=favourite_toy' => NULL,
      'GET /jsonapi/aggregate/user?groupBy=favourite_toy.name' => NULL,
      'GET /jsonapi/aggregate/sw_account?groupBy=salesperson.favourite_toy' => NULL,
      'GET /jsonapi/aggregate/sw_site?filter[toy_box]=x' => NULL,
      "GET /jsonapi/user/user/$self/favourite_toy" => NULL,
      "GET /jsonapi/user/user/$self/relationships/favourite_toy" => NULL,
      "PATCH /jsonapi/user/user/$self/relationships/favourite_toy" => $link,
      "POST $sites/toy_box" => NULL,
      "PATCH $sites/$site" => $box,
      "POST $sites" => $box,
      "PATCH /jsonapi/user/user/$self" => $favour,
    ];
    foreach ($requests as $request => $body) {
      [$method, $path] = explode(' ', $request, 2);
      $names = ['toy_box' => 'nop_box', 'favourite_toy' => 'favourite_nop'];
      $unknown_body = $body === NULL ? NULL : json_decode(strtr((string) json_encode($body), $names), TRUE);
      $unknown = $this->answer($method, strtr($path, $names), $unknown_body);
      $replaced = array_flip($names);
      self::assertSame(self::anonymized($unknown, $replaced), self::anonymized($this->answer($method, $path, $body), []), "$method $path");
    }
    $this->actAs($this->administrator);
    self::assertFalse($this->rows['site']->get('toy_box')->access('view'));
    self::assertFalse($this->rows['site']->get('toy_box')->access('edit'));
    $this->open('sw_toy');
    $document = self::document($this->answer('GET', "/jsonapi/sw_site/sw_site/$site"), 200);
    self::assertArrayHasKey('toy_box', $document['data']['attributes'], 'with the next request');
    self::document($this->answer('GET', "$sites?filter[toy_box]=x"), 200);
  }

  /**
   * Its permissions, and those on its types, are nobody's.
   */
  public function testPermissions(): void {
    $self = $this->administrator->uuid();
    $permissions = fn (): array => self::document($this->answer('GET', "/jsonapi/user/user/$self"), 200)['data']['attributes']['permissions'];
    $before = $permissions();
    self::assertContains('paint toys', $before);
    self::assertContains('view sw_toy', $before);
    $this->open();
    $after = $permissions();
    $gone = ['paint toys'];
    foreach (['create', 'delete', 'edit', 'view'] as $operation) {
      array_push($gone, "$operation sw_toy", "$operation sw_toy_keeping");
    }
    self::assertEqualsCanonicalizing($gone, array_values(array_diff($before, $after)));
    self::assertSame([], array_diff($after, $before));
    $this->actAs($this->administrator);
    self::assertFalse(\Drupal::currentUser()->hasPermission('paint toys'));
    self::assertTrue(\Drupal::currentUser()->hasPermission('export'));
    self::assertTrue($this->person('south', ['administrator'])->hasPermission('paint toys'), 'another brand is another matter');
    // A brand's own row gives nothing either.
    $this->create('sw_role', [
      'brand' => 'north',
      'role' => 'administrator',
      'granted' => ['paint toys', 'view sw_toy', 'export'],
    ]);
    self::assertSame(['export'], $permissions());
  }

  /**
   * What is recorded of its rows is not there, neither listed nor counted.
   */
  public function testJournal(): void {
    $types = function (): array {
      $groups = self::document($this->answer('GET', '/jsonapi/aggregate/sw_journal_entry?groupBy=subject_type'), 200)['meta']['groups'];
      return array_map(fn (array $group) => $group['keys']['subject_type'], $groups);
    };
    $listed = fn (): array => array_unique(array_map(
      fn (array $entry) => $entry['attributes']['subject_type'],
      self::document($this->answer('GET', '/jsonapi/sw_journal_entry/sw_journal_entry?page[limit]=50'), 200)['data'],
    ));
    self::assertContains('sw_toy', $types());
    self::assertContains('sw_toy', $listed());
    $entry = self::document($this->answer('GET', '/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_type]=sw_toy'), 200)['data'][0]['id'];
    $this->open();
    self::assertNotContains('sw_toy', $types());
    self::assertNotContains('sw_toy', $listed());
    self::assertContains('sw_site', $listed());
    self::document($this->answer('GET', "/jsonapi/sw_journal_entry/sw_journal_entry/$entry"), 404);
  }

  /**
   * What is recorded of its fields of other modules' types is neither told nor found; what is stored stays.
   */
  public function testChanges(): void {
    $site = $this->customer('north', 'Elm')['site'];
    \Drupal::service('sw_base.system_scope')->run(fn () => $site->set('toy_box', 'attic')->set('city', 'Brest')->save());
    $of = '/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=' . $site->uuid() . '&sort=-sequence';
    $told = fn (string $filter = ''): array => array_map(
      fn (array $entry) => array_column($entry['attributes']['changes'], 'field'),
      self::document($this->answer('GET', $of . $filter), 200)['data'],
    );
    self::assertEqualsCanonicalizing(['toy_box', 'city'], $told()[0]);
    self::assertCount(1, $told('&filter[changes.to]=attic'));
    $this->open();
    self::assertSame(['city'], $told()[0]);
    self::assertCount(2, $told());
    self::assertSame([], $told('&filter[changes.to]=attic'));
    self::assertSame([], $told('&filter[changes.field]=toy_box'));
    self::assertCount(1, $told('&filter[changes.field]=city'));
    $stored = \Drupal::database()->select('sw_journal_entry__changes', 'c')->condition('changes_field', 'toy_box');
    self::assertSame(1, (int) $stored->countQuery()->execute()->fetchField());
    $this->open('sw_toy');
    self::assertEqualsCanonicalizing(['toy_box', 'city'], $told()[0]);
  }

  /**
   * The platform has it all; and only modules of the installation can be opened.
   */
  public function testPlatform(): void {
    $this->open();
    $platform = $this->caller(NULL, ['platform_administrator']);
    self::assertArrayHasKey('sw_toy--sw_toy', self::document($this->ask($platform, 'GET', '/jsonapi'), 200)['links']);
    $person = self::document($this->ask($platform, 'GET', '/jsonapi/user/user/' . $this->administrator->uuid()), 200)['data'];
    self::assertArrayHasKey('favourite_toy', $person['relationships']);
    self::document($this->ask($platform, 'GET', self::TOYS), 403);
    $brands = '/jsonapi/sw_brand/sw_brand';
    $brand = fn (array $attributes): array => [
      'data' => ['type' => 'sw_brand--sw_brand', 'attributes' => ['name' => 'west'] + $attributes],
    ];
    self::assertSame([], self::document($this->ask($platform, 'POST', $brands, $brand([])), 201)['data']['attributes']['modules']);
    self::assertSame(['sw_toy'], self::document($this->ask($platform, 'POST', $brands, $brand(['modules' => ['sw_toy']])), 201)['data']['attributes']['modules']);
    foreach (['sw_base', 'sw_nop', 'node', ''] as $module) {
      $errors = self::errors($this->ask($platform, 'POST', $brands, $brand(['modules' => ['sw_toy', $module]])), 422);
      self::assertStringStartsWith('/data/attributes/modules', (string) $errors[0][0], $module);
    }
    self::assertSame('Europe/Paris', self::document($this->ask($platform, 'POST', $brands, $brand([])), 201)['data']['attributes']['time_zone']);
    foreach (['Indian/Reunion', 'US/Pacific', 'UTC'] as $zone) {
      self::document($this->ask($platform, 'POST', $brands, $brand(['time_zone' => $zone])), 201);
    }
    foreach (['Europe/Nowhere', 'europe/paris', '+02:00', 'CEST'] as $zone) {
      $errors = self::errors($this->ask($platform, 'POST', $brands, $brand(['time_zone' => $zone])), 422);
      self::assertSame([['/data/attributes/time_zone/value', 'not_valid']], $errors, $zone);
    }
  }

  /**
   * Whatever is kept of an answer is not given when something else is open, whoever asks.
   */
  public function testCache(): void {
    $nobody = $this->caller('north', []);
    $elsewhere = $this->caller('south', []);
    $outcome = function (?UserInterface $person = NULL) use ($nobody): array {
      $person ??= $nobody;
      $links = self::document($this->ask($person, 'GET', '/jsonapi'), 200)['links'];
      $included = $this->ask($person, 'GET', '/jsonapi/user/user?include=favourite_toy')->getStatusCode();
      return [isset($links['sw_toy--sw_toy']), $included];
    };
    $open = [TRUE, 200];
    $closed = [FALSE, 400];
    self::assertSame([$open, $open], [$outcome(), $outcome()]);
    $this->open();
    self::assertSame([$closed, $closed], [$outcome(), $outcome()]);
    self::assertSame($open, $outcome($elsewhere), 'with the same rights in another brand');
    self::assertSame($closed, $outcome());
    $this->open('sw_toy');
    self::assertSame($open, $outcome());
  }

  /**
   * Routes are everybody's, whoever has them built.
   */
  public function testRoutes(): void {
    $south = $this->caller('south', ['administrator']);
    self::document($this->ask($south, 'GET', self::TOYS), 200);
    $this->open();
    $this->actAs($this->administrator);
    self::assertNull(\Drupal::service('jsonapi.resource_type.repository')->get('sw_toy', 'sw_toy'));
    \Drupal::service('router.builder')->rebuild();
    self::document($this->ask($south, 'GET', self::TOYS), 200);
  }

}
