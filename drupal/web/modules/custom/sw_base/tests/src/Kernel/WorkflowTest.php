<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Rule\FieldForbidden;
use Drupal\sw_base\Rule\Violation;

/**
 * States change along the model's transitions only.
 */
final class WorkflowTest extends MachineTestBase {

  /**
   * First states, transitions, their permissions and what they require.
   */
  public function testTransitions(): void {
    ['site' => $site, 'toy' => $toy] = $this->customer('north', 'Alder');
    $painter = $this->person('north', ['administrator']);
    $sales = $this->person('north', ['sales']);
    $this->actAs($painter);

    $new = $this->draft('sw_toy', ['site' => $site->id(), 'name' => 'Fox']);
    self::assertSame('boxed', $new->get('state')->value, 'the default');
    self::assertSame([], $this->wrong($new));
    self::assertSame(['state: transition_not_allowed'], $this->wrong($new->set('state', 'used')), 'a row starts in a first state');

    self::assertSame([], $this->wrong($toy), 'no change is no transition');
    self::assertSame(['color: transition_requires'], $this->wrong($toy->set('state', 'used')));
    self::assertSame([], $this->wrong($toy->set('color', 'red')));
    self::assertCount(1, $toy->set('color', NULL)->validate()->getByField('color'), 'the rule is a constraint of the type');
    $toy->set('color', 'red')->save();
    self::assertSame(['state: transition_not_allowed'], $this->wrong($toy->set('state', 'boxed')), 'there is no way back');

    $other = $this->customer('north', 'Beech')['toy']->set('state', 'used')->set('color', 'red');
    $this->actAs($sales);
    try {
      $this->wrong($other);
      self::fail('The transition needs a permission.');
    }
    catch (FieldForbidden $refusal) {
      self::assertStringContainsString('paint toys', $refusal->getMessage());
    }
  }

  /**
   * @return list<string>
   *   What the rules say against a row: field and code.
   */
  private function wrong(ContentEntityInterface $row): array {
    return array_map(fn (Violation $violation) => "$violation->field: $violation->code", \Drupal::service('sw_base.rules')->check($row));
  }

}
