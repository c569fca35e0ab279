<?php

namespace Drupal\Tests\sw_base\Unit;

use Drupal\sw_base\Model\EntityModelResolver;
use Drupal\Tests\UnitTestCase;

/**
 * What a module adds to a type of another one.
 */
final class ExtensionTest extends UnitTestCase {

  private const GAP = [
    'label' => ['fr' => 'Écart', 'en' => 'Gap'],
    'label_field' => 'kind',
    'scope' => 'tenant',
    'access' => ['view' => 'view gaps'],
    'row_view' => ['field' => 'kind', 'permissions' => ['manual' => 'view gaps']],
    'fields' => [
      'kind' => ['type' => 'list', 'extensible' => TRUE, 'values' => ['manual' => ['en' => 'Manual']]],
      'step' => [
        'type' => 'list',
        'extensible' => TRUE,
        'values' => ['told' => ['en' => 'Told']],
        'values_by' => ['field' => 'kind', 'values' => ['manual' => ['told']]],
      ],
      'state' => ['type' => 'list', 'values' => ['open' => ['en' => 'Open']]],
      'proof' => ['type' => 'json', 'schema_by' => ['field' => 'kind', 'schemas' => ['manual' => 'told']]],
    ],
  ];

  /**
   * Values come with their modules, shapes and rights; one that names no right needs that of viewing the type.
   */
  public function testValues(): void {
    $extension = [
      'fields' => [],
      'values' => [
        'kind' => ['late' => ['en' => 'Late'], 'dear' => ['en' => 'Dear']],
        'step' => ['wait' => ['en' => 'Wait'], 'pay' => ['en' => 'Pay'], 'asked' => ['en' => 'Asked']],
      ],
      'values_by' => ['step' => ['late' => ['wait'], 'dear' => ['pay'], 'manual' => ['asked']]],
      'schema_by' => ['proof' => ['late' => 'days', 'dear' => 'told']],
      'row_view' => ['dear' => 'view margin'],
      'equal_paths' => [['account', 'toy.account']],
      'fill_from' => ['account' => 'toy.account'],
    ];
    $type = (new EntityModelResolver())->resolve([
      'sw_base' => ['entity_types' => ['gap' => self::GAP]],
      'sw_toy' => ['extend' => ['gap' => $extension]],
    ])->type('gap');
    self::assertSame(['manual', 'late', 'dear'], array_keys($type->fields['kind']->values));
    self::assertSame(['late' => 'sw_toy', 'dear' => 'sw_toy'], $type->fields['kind']->valueModules);
    self::assertSame(['manual' => 'told', 'late' => 'days', 'dear' => 'told'], $type->fields['proof']->schemaBy['schemas']);
    self::assertSame(['manual' => 'view gaps', 'dear' => 'view margin', 'late' => 'view gaps'], $type->rowView['permissions']);
    self::assertSame(['manual' => ['told', 'asked'], 'late' => ['wait'], 'dear' => ['pay']], $type->fields['step']->valuesBy['values']);
    self::assertSame([['account', 'toy.account']], $type->equalPaths);
    self::assertSame(['account' => 'toy.account'], $type->fillFrom);
  }

  /**
   * A list that is not open to others stays as it is.
   */
  public function testClosedList(): void {
    $this->expectExceptionMessage('sw_toy: gap.state takes no values of other modules.');
    (new EntityModelResolver())->resolve([
      'sw_base' => ['entity_types' => ['gap' => self::GAP]],
      'sw_toy' => ['extend' => ['gap' => ['fields' => [], 'values' => ['state' => ['shut' => ['en' => 'Shut']]]]]],
    ]);
  }

}
