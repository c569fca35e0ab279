<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Form\FormState;

/**
 * The form of a brand offers what can be opened to it.
 */
final class BrandFormTest extends MachineTestBase {

  /**
   * The modules are chosen by their names, and what is chosen is stored.
   */
  public function testModules(): void {
    $this->actAs($this->person(NULL, ['platform_administrator']));
    $brand = $this->brands['north'];
    $form = \Drupal::service('entity.form_builder')->getForm($brand, 'edit');
    $choice = $form['modules']['widget'];
    self::assertSame('checkboxes', $choice['#type']);
    self::assertSame(['sw_toy' => 'SoftWhere toy vertical'], $choice['#options']);
    self::assertSame(['sw_toy'], $choice['#default_value']);
    self::assertSame([], $this->submitted($brand, ['sw_toy' => NULL]));
    self::assertSame(['sw_toy'], $this->submitted($brand, ['sw_toy' => 'sw_toy']));
  }

  /**
   * @param array<string, string|null> $modules
   *   What is ticked.
   *
   * @return list<string>
   *   The modules that are stored afterwards.
   */
  private function submitted(ContentEntityInterface $brand, array $modules): array {
    $form_object = \Drupal::entityTypeManager()->getFormObject('sw_brand', 'edit')->setEntity($brand);
    $form_state = (new FormState())->setValues(['modules' => $modules, 'op' => 'Save'])->setProgrammedBypassAccessCheck(FALSE);
    \Drupal::formBuilder()->submitForm($form_object, $form_state);
    self::assertSame([], array_map(strval(...), $form_state->getErrors()));
    $stored = \Drupal::entityTypeManager()->getStorage('sw_brand')->loadUnchanged($brand->id());
    self::assertInstanceOf(ContentEntityInterface::class, $stored);
    return array_column($stored->get('modules')->getValue(), 'value');
  }

}
