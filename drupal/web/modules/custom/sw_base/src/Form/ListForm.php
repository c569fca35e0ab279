<?php

namespace Drupal\sw_base\Form;

use Drupal\Core\Form\FormBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\TempStore\PrivateTempStoreFactory;
use Drupal\sw_base\Admin\BulkActions;
use Drupal\sw_base\Model\ModelType;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The rows of a list, with what can be done to several of them at once.
 */
final class ListForm extends FormBase {

  public function __construct(
    private readonly BulkActions $actions,
    private readonly PrivateTempStoreFactory $tempStores,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.bulk_actions'), $container->get('tempstore.private'));
  }

  /**
   * {@inheritdoc}
   */
  public function getFormId() {
    return 'sw_list_form';
  }

  /**
   * {@inheritdoc}
   *
   * @param array<string, mixed> $form
   *   The form.
   * @param \Drupal\Core\Form\FormStateInterface $form_state
   *   Its state.
   * @param \Drupal\sw_base\Model\ModelType|null $type
   *   The listed type.
   * @param array<string, mixed> $header
   *   The columns.
   * @param array<int, array<string, mixed>> $rows
   *   The rows by id.
   */
  public function buildForm(array $form, FormStateInterface $form_state, ?ModelType $type = NULL, array $header = [], array $rows = []) {
    $form_state->set('type', $type->name);
    $options = $this->actions->of($type);
    $table = ['#header' => $header, '#empty' => $this->t('There are no rows.')];
    if ($options === [] || $rows === []) {
      $form['rows'] = ['#type' => 'table', '#rows' => $rows] + $table;
      return $form;
    }
    $form['bulk'] = [
      '#type' => 'container',
      '#attributes' => ['class' => ['sw-row']],
      '#attached' => ['library' => ['sw_base/admin']],
    ];
    $form['bulk']['action'] = [
      '#type' => 'select',
      '#title' => $this->t('With the selected rows'),
      '#options' => array_map(fn (array $action) => $action['label'], $options),
      '#empty_option' => $this->t('- Choose -'),
      '#empty_value' => '',
    ];
    $form['bulk']['actions'] = ['#type' => 'actions'];
    $form['bulk']['actions']['apply'] = ['#type' => 'submit', '#value' => $this->t('Apply')];
    $form['rows'] = ['#type' => 'tableselect', '#options' => $rows] + $table;
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function validateForm(array &$form, FormStateInterface $form_state) {
    if ($form_state->getValue('action') === '') {
      $form_state->setErrorByName('action', $this->t('Choose what to do with the rows.'));
    }
    if (array_filter((array) $form_state->getValue('rows')) === []) {
      $form_state->setErrorByName('rows', $this->t('Select at least one row.'));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state) {
    $type = $form_state->get('type');
    $ids = array_map(intval(...), array_values(array_filter((array) $form_state->getValue('rows'))));
    $this->tempStores->get(BulkConfirmForm::STORE)->set($type, [
      'action' => $form_state->getValue('action'),
      'ids' => $ids,
    ]);
    $form_state->setRedirect("sw_base.bulk.$type");
  }

}
