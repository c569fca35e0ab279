<?php

namespace Drupal\Tests\sw_operations\Kernel;

/**
 * Many writes, one transaction; versions keep two people from undoing each other.
 */
final class AtomicOperationsTest extends WireTestBase {

  /**
   * All is written and each row says so; or nothing is, the journal included.
   */
  public function testAllOrNothing(): void {
    $caller = $this->caller('north', ['administrator']);
    $customer = $this->customer('north', 'Alder');
    $add = fn (string $lid, string $name) => [
      'op' => 'add',
      'data' => [
        'type' => 'sw_toy--sw_toy',
        'lid' => $lid,
        'attributes' => ['name' => $name],
        'relationships' => ['site' => ['data' => ['type' => 'sw_site--sw_site', 'id' => $customer['site']->uuid()]]],
      ],
    ];
    $rename = fn (string $name, array $more = []) => [
      'op' => 'update',
      'data' => [
        'type' => 'sw_toy--sw_toy',
        'id' => $customer['toy']->uuid(),
        'attributes' => ['name' => $name] + $more,
      ],
    ];
    $toys = fn () => \Drupal::service('sw_base.system_scope')->run(fn () => $this->found('sw_toy'));
    $entries = fn () => (int) \Drupal::database()->select('sw_journal_entry')->countQuery()->execute()->fetchField();

    $before = $entries();
    $results = self::document($this->operate($caller, [
      $add('a', 'Fox'),
      $add('b', 'Owl'),
      ['op' => 'update', 'data' => ['type' => 'sw_toy--sw_toy', 'lid' => 'b', 'attributes' => ['color' => 'grey']]],
      $rename('Ted'),
    ]), 200)['atomic:results'];
    self::assertSame(['Fox', 'Owl', 'Owl', 'Ted'], array_column(array_column(array_column($results, 'data'), 'attributes'), 'name'));
    self::assertSame([1, 1, 2, 2], array_column(array_column(array_column($results, 'data'), 'attributes'), 'version'));
    self::assertSame(['Ted', 'Fox', 'Owl'], $toys());
    self::assertSame($before + 4, $entries());

    // The name of the second is taken by the first of the same request.
    $failed = $this->operate($caller, [$add('a', 'Elk'), $rename('Bear'), $add('b', 'Elk')]);
    self::assertSame([['/atomic:operations/2/data/attributes/name', 'not_unique']], self::errors($failed, 422));
    $kept = \Drupal::entityTypeManager()->getStorage('sw_toy')->load($customer['toy']->id());
    self::assertSame('Ted', $kept?->label(), 'memory forgets what was not written');
    self::assertSame(['Ted', 'Fox', 'Owl'], $toys());
    self::assertSame($before + 4, $entries());

    $failed = $this->operate($caller, [
      $add('a', 'Elk'),
      [
        'op' => 'remove',
        'ref' => ['type' => 'sw_toy--sw_toy', 'id' => $this->customer('south', 'Birch')['toy']->uuid()],
      ],
    ]);
    self::assertSame([['/atomic:operations/1', NULL]], self::errors($failed, 404));
    self::assertSame(['Ted', 'Fox', 'Owl', 'Birch bear'], $toys());

    // What failed is forgotten: the same request with another name goes on from what is stored.
    self::document($this->operate($caller, [$rename('Bear', ['version' => 2])]), 200);
    self::assertSame(['Bear', 'Fox', 'Owl', 'Birch bear'], $toys());
  }

  /**
   * A version that is not the stored one is refused, with what is stored.
   */
  public function testVersions(): void {
    $caller = $this->caller('north', ['administrator']);
    $toy = $this->customer('north', 'Alder')['toy'];
    $path = "/jsonapi/sw_toy/sw_toy/{$toy->uuid()}";
    $patch = fn (array $attributes, array $headers = []) => $this->ask($caller, 'PATCH', $path, [
      'data' => ['type' => 'sw_toy--sw_toy', 'id' => $toy->uuid(), 'attributes' => $attributes],
    ], $headers);

    self::assertSame(2, self::document($patch(['color' => 'red', 'version' => 1]), 200)['data']['attributes']['version']);
    $conflict = $patch(['color' => 'blue', 'version' => 1]);
    self::assertSame([['/data/attributes/version', 'version_conflict']], self::errors($conflict, 409));
    $meta = self::document($conflict, 409)['errors'][0]['meta'];
    self::assertSame(['red', 2], [$meta['current']['attributes']['color'], $meta['current']['attributes']['version']]);
    self::assertSame($caller->getDisplayName(), $meta['last_change']['actor_name']);
    self::assertSame(409, $patch(['color' => 'blue'], ['If-Match' => '"1"'])->getStatusCode());
    self::assertSame(3, self::document($patch(['color' => 'blue'], ['If-Match' => '"2"']), 200)['data']['attributes']['version']);

    $operation = fn (int $version) => [
      'op' => 'update',
      'data' => [
        'type' => 'sw_toy--sw_toy',
        'id' => $toy->uuid(),
        'attributes' => ['color' => "v$version", 'version' => $version],
      ],
    ];
    self::assertSame([['/atomic:operations/1/data/attributes/version', 'version_conflict']], self::errors($this->operate($caller, [
      $operation(3),
      $operation(3),
    ]), 409));
    self::assertSame(3, self::document($this->ask($caller, 'GET', $path), 200)['data']['attributes']['version']);
  }

}
