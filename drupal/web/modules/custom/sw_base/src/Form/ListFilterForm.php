<?php

namespace Drupal\sw_base\Form;

use Drupal\Core\Entity\Element\EntityAutocomplete;
use Drupal\Core\Form\FormBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Url;
use Drupal\sw_base\Admin\ListColumns;
use Drupal\sw_base\Model\ModelLabel;
use Drupal\sw_base\Model\ModelType;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * What narrows a list down; the choice is in the address.
 */
final class ListFilterForm extends FormBase {

  public const TEXT = 'text';

  public function __construct(private readonly ListColumns $columns) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.list_columns'));
  }

  /**
   * The name in the address of the filter by a path.
   */
  public static function parameter(string $path): string {
    return preg_replace('/\W+/', '-', $path);
  }

  /**
   * {@inheritdoc}
   */
  public function getFormId() {
    return 'sw_list_filter_form';
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state, ?ModelType $type = NULL) {
    $query = $this->getRequest()->query->all();
    $given = fn (string $name) => is_string($query[$name] ?? NULL) ? $query[$name] : '';
    $form['#method'] = 'get';
    $form['#token'] = FALSE;
    // Forms that are sent with GET show their fields in the address.
    $form['#after_build'][] = self::class . '::withoutFormFields';
    $form['row'] = [
      '#type' => 'container',
      '#attributes' => ['class' => ['sw-row']],
      '#attached' => ['library' => ['sw_base/admin']],
    ];
    if ($this->columns->searched($type) !== []) {
      $form['row'][self::TEXT] = [
        '#type' => 'search',
        '#title' => $this->t('Contains'),
        '#size' => 24,
        '#default_value' => $given(self::TEXT),
      ];
    }
    foreach ($this->columns->options($type) as $field) {
      $form['row'][$field->name] = [
        '#type' => 'select',
        '#title' => ModelLabel::fromArray($field->label),
        '#options' => $this->columns->valuesOf($field),
        '#empty_option' => $this->t('- Any -'),
        '#default_value' => isset($this->columns->valuesOf($field)[$given($field->name)]) ? $given($field->name) : '',
      ];
    }
    foreach ($this->columns->targets($type) as $path => $target) {
      $form['row'][self::parameter($path)] = [
        '#type' => 'entity_autocomplete',
        '#title' => ModelLabel::fromArray($target['field']->label),
        '#target_type' => $target['target'],
        '#size' => 24,
        '#validate_reference' => FALSE,
        '#default_value' => $this->chosen($target['target'], $given(self::parameter($path))),
      ];
    }
    $form['row']['actions'] = ['#type' => 'actions'];
    $form['row']['actions']['filter'] = ['#type' => 'submit', '#value' => $this->t('Filter'), '#name' => ''];
    if (array_filter($query, fn (mixed $value, string $name) => $name !== 'page' && $value !== '', ARRAY_FILTER_USE_BOTH) !== []) {
      $form['row']['actions']['reset'] = [
        '#type' => 'link',
        '#title' => $this->t('Reset'),
        '#url' => Url::fromRoute('<current>'),
        '#attributes' => ['class' => ['button']],
      ];
    }
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state) {}

  /**
   * After-build callback.
   *
   * @param array<string, mixed> $form
   *   The form.
   *
   * @return array<string, mixed>
   *   The form without the fields that a browser need not send back.
   */
  public static function withoutFormFields(array $form): array {
    unset($form['form_build_id'], $form['form_token'], $form['form_id']);
    return $form;
  }

  /**
   * The row that the address names, when the user may see it.
   */
  private function chosen(string $entity_type_id, string $input): mixed {
    $id = EntityAutocomplete::extractEntityIdFromAutocompleteInput($input);
    $entity = $id === NULL ? NULL : \Drupal::entityTypeManager()->getStorage($entity_type_id)->load($id);
    return $entity?->access('view label') ? $entity : NULL;
  }

}
