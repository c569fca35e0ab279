<?php

namespace Drupal\Tests\sw_base\Unit;

use Drupal\sw_base\Model\EntityModelResolver;
use Drupal\Tests\UnitTestCase;

/**
 * Lists of types that roles share.
 */
final class RoleBundlesTest extends UnitTestCase {

  /**
   * A bundle's lists are added to the role's own, from whichever file it is.
   */
  public function testBundles(): void {
    $clerk = ['view' => ['c', 'a'], 'bundles' => ['desk', 'own']];
    $sources = [
      'sw_base' => [
        'bundles' => ['desk' => ['view' => ['a', 'b'], 'edit' => ['b']], 'own' => ['delete' => ['a']]],
        'roles' => ['clerk' => ['permissions' => ['export'], 'types' => $clerk]],
      ],
      'sw_toy' => [
        'roles' => [
          'clerk' => ['types' => ['create' => ['d'], 'bundles' => ['desk']]],
          'boss' => ['types' => ['bundles' => ['own']]],
        ],
      ],
    ];
    $roles = (new EntityModelResolver())->resolve($sources)->roles;
    self::assertSame(['create d', 'delete a', 'edit b', 'export', 'view a', 'view b', 'view c'], $roles['clerk']['permissions']);
    self::assertSame(['delete a'], $roles['boss']['permissions']);
  }

  /**
   * A name that nobody declares is a mistake in the model.
   */
  public function testUnknown(): void {
    $this->expectExceptionMessage('the role clerk names the bundle desk');
    (new EntityModelResolver())->resolve(['sw_base' => ['roles' => ['clerk' => ['types' => ['bundles' => ['desk']]]]]]);
  }

}
