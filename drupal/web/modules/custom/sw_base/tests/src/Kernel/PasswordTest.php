<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Form\FormState;

/**
 * What a password may be, and how it is kept.
 *
 * @group softwhere
 */
final class PasswordTest extends MachineTestBase {

  /**
   * Whatever sets a password asks the rule; what is stored is not looked at.
   */
  public function testRule(): void {
    $rule = \Drupal::service('sw_base.password_rule');
    $cases = [
      [NULL, 'The password must be a text.'],
      [12345678, 'The password must be a text.'],
      ['', 'The password needs at least 8 characters.'],
      [str_repeat('😀', 7), 'The password needs at least 8 characters.'],
      ["a-word-of-mine\u{a0}", 'The password must not begin or end with a blank.'],
      [str_repeat('é', 256), 'The password can have at most 255 characters.'],
      ['GWENAËLLE', 'The password must not be the sign-in name.'],
      ['PassWord1', 'The password is one of the most common ones.'],
      [str_repeat('😀', 255), NULL],
      ['softwhere-2026!', 'The password must be more than names of the product, the brand and roles.'],
      ['Platform administrator', 'The password must be more than names of the product, the brand and roles.'],
      ['2026 eole-fils', 'The password must be more than names of the product, the brand and roles.'],
      ['2026 eole-et-fils', NULL],
      ['softwheres', NULL],
    ];
    foreach ($cases as [$given, $sentence]) {
      $this->assertSame($sentence, $rule->problem($given, 'Gwenaëlle', 'Éole & Fils'), (string) json_encode($given));
    }

    $person = $this->person('north', ['sales'], ['pass' => 'nine quiet boats']);
    $this->assertCount(0, $person->validate()->getByField('pass'));
    $person->setPassword('short');
    $this->assertSame('The password needs at least 8 characters.', (string) $person->validate()->getByField('pass')[0]?->getMessage());
    $new = $this->draft('user', ['name' => 'somebody', 'pass' => 'Somebody']);
    $this->assertSame('The password must not be the sign-in name.', (string) $new->validate()->getByField('pass')[0]?->getMessage());
    $new->set('pass', NULL);
    $this->assertCount(0, $new->validate()->getByField('pass'));
    // The brand is the person's own.
    foreach (['North-sales-27' => 1, 'South-sales-27' => 0] as $password => $problems) {
      $this->assertCount($problems, $person->setPassword($password)->validate()->getByField('pass'), $password);
    }
  }

  /**
   * The administration's form says it at the field.
   */
  public function testForm(): void {
    $administrator = $this->person(NULL, ['platform_administrator']);
    $person = $this->person('north', ['sales'], ['pass' => 'nine quiet boats']);
    $this->actAs($administrator);
    foreach (['password1' => 'The password is one of the most common ones.', 'ten quiet boats' => NULL] as $password => $sentence) {
      $form = \Drupal::entityTypeManager()->getFormObject('user', 'default')->setEntity($person);
      $state = (new FormState())->setValues([
        'name' => $person->getAccountName(),
        'mail' => '',
        'pass' => ['pass1' => $password, 'pass2' => $password],
        'op' => 'Save',
      ]);
      \Drupal::formBuilder()->submitForm($form, $state);
      $this->assertSame($sentence, isset($state->getErrors()['pass']) ? (string) $state->getErrors()['pass'] : NULL);
    }
  }

  /**
   * Every byte of a long password counts.
   */
  public function testLongPasswords(): void {
    $hasher = \Drupal::service('password');
    foreach (['nine quiet boats', str_repeat('a', 72), str_repeat('é', 255), str_repeat('😀', 255)] as $password) {
      $hash = $hasher->hash($password);
      $this->assertTrue($hasher->check($password, $hash));
      $this->assertFalse($hasher->check($password . 'x', $hash));
      $this->assertFalse($hasher->check(mb_substr($password, 0, -1), $hash));
    }
  }

}
