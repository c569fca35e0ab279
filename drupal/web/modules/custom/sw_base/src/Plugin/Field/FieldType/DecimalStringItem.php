<?php

namespace Drupal\sw_base\Plugin\Field\FieldType;

use Drupal\Core\Field\Attribute\FieldType;
use Drupal\Core\Field\Plugin\Field\FieldType\DecimalItem;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\sw_base\Model\DecimalText;

/**
 * A decimal that always reads as text with exactly the field's scale.
 */
#[FieldType(
  id: 'sw_decimal',
  label: new TranslatableMarkup('Fixed-scale decimal'),
  description: new TranslatableMarkup('A decimal whose text always has the same number of digits after the point.'),
  default_widget: 'number',
  default_formatter: 'number_decimal',
)]
final class DecimalStringItem extends DecimalItem {

  /**
   * {@inheritdoc}
   */
  public function setValue($values, $notify = TRUE) {
    if (is_array($values) && isset($values['value'])) {
      $values['value'] = $this->fixed($values['value']);
    }
    elseif (is_scalar($values)) {
      $values = $this->fixed($values);
    }
    parent::setValue($values, $notify);
  }

  /**
   * {@inheritdoc}
   */
  public function getConstraints() {
    $constraints = parent::getConstraints();
    $whole_digits = $this->getSetting('precision') - $this->getSetting('scale');
    // Databases refuse a larger number with an error that would not name the field.
    $constraints[] = \Drupal::typedDataManager()->getValidationConstraintManager()->create('ComplexData', [
      'value' => ['Regex' => ['pattern' => '/^-?0*[0-9]{1,' . $whole_digits . '}(\.[0-9]+)?$/D']],
    ]);
    return $constraints;
  }

  /**
   * {@inheritdoc}
   */
  public function preSave() {
    $this->value = $this->fixed($this->value);
  }

  /**
   * Leaves alone what is no number: validation words the refusal.
   */
  private function fixed(mixed $value): mixed {
    return DecimalText::fixed($value, (int) $this->getSetting('scale')) ?? $value;
  }

}
