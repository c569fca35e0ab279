<?php

namespace Drupal\sw_base\Entity;

use Drupal\Component\Utility\UrlHelper;
use Drupal\Core\Entity\Element\EntityAutocomplete;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Entity\EntityListBuilder;
use Drupal\Core\Entity\Query\QueryInterface;
use Drupal\Core\Form\FormState;
use Drupal\sw_base\Admin\ListColumns;
use Drupal\sw_base\Form\ListFilterForm;
use Drupal\sw_base\Form\ListForm;
use Drupal\sw_base\Model\ModelType;

/**
 * The administration list of a model type: columns, filters, order and actions from the model.
 */
final class ModelListBuilder extends EntityListBuilder {

  /**
   * {@inheritdoc}
   */
  public function render() {
    return [
      '#cache' => [
        'contexts' => ['url.query_args', 'user.sw_actor', 'user.permissions', 'languages:language_interface'],
        'tags' => $this->entityType->getListCacheTags(),
      ],
      'filters' => $this->form(ListFilterForm::class, $this->type()),
      'list' => $this->form(ListForm::class, $this->type(), $this->buildHeader(), $this->rows()),
      'pager' => ['#type' => 'pager'],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function buildHeader() {
    $type = $this->type();
    $definitions = \Drupal::service('entity_field.manager')->getBaseFieldDefinitions($this->entityTypeId);
    $sort = fn (?string $path) => $path === NULL ? [] : ['specifier' => $path, 'field' => $path];
    $header = ['label' => ['data' => $definitions[$type->labelField]->getLabel()] + $sort($this->columns()->sortPath($type->fields[$type->labelField]))];
    foreach ($this->columns()->of($type) as $field) {
      $header[$field->name] = ['data' => $definitions[$field->name]->getLabel()] + $sort($this->columns()->sortPath($field));
    }
    $header['changed'] = ['data' => $definitions['changed']->getLabel(), 'sort' => 'desc'] + $sort('changed');
    return $header + parent::buildHeader();
  }

  /**
   * {@inheritdoc}
   */
  public function buildRow(EntityInterface $entity) {
    assert($entity instanceof ModelEntityInterface);
    $texts = \Drupal::service('sw_base.value_text');
    $row = ['label' => ['data' => ['#type' => 'link', '#title' => $texts->label($entity), '#url' => $entity->toUrl()]]];
    foreach ($this->columns()->of($this->type()) as $field) {
      $row[$field->name] = $texts->of($entity->get($field->name));
    }
    $row['changed'] = $texts->of($entity->get('changed'));
    return $row + parent::buildRow($entity);
  }

  /**
   * {@inheritdoc}
   */
  protected function getEntityListQuery(): QueryInterface {
    $header = $this->buildHeader();
    $query = $this->getStorage()->getQuery()->accessCheck(TRUE)->tableSort($header)->sort('id', 'DESC')->pager($this->limit);
    $parameters = UrlHelper::filterQueryParameters(\Drupal::request()->query->all());
    $given = fn (string $name) => is_string($parameters[$name] ?? NULL) ? trim($parameters[$name]) : '';
    $type = $this->type();
    $searched = $this->columns()->searched($type);
    if ($given(ListFilterForm::TEXT) !== '' && $searched !== []) {
      $any = $query->orConditionGroup();
      array_map(fn (string $name) => $any->condition($name, $given(ListFilterForm::TEXT), 'CONTAINS'), $searched);
      $query->condition($any);
    }
    foreach ($this->columns()->options($type) as $field) {
      if (isset($field->values[$given($field->name)])) {
        $query->condition($field->name, $given($field->name), ...($field->multiple ? ['IN'] : []));
      }
    }
    foreach ($this->columns()->targets($type) as $path => $target) {
      $id = EntityAutocomplete::extractEntityIdFromAutocompleteInput($given(ListFilterForm::parameter($path)));
      if ($id !== NULL) {
        $query->condition("$path.target_id", (int) $id);
      }
    }
    return $query;
  }

  /**
   * @return array<string, mixed>
   *   A form made for these arguments.
   */
  private function form(string $class, mixed ...$arguments): array {
    $state = (new FormState())->addBuildInfo('args', $arguments);
    return \Drupal::formBuilder()->buildForm($class, $state);
  }

  /**
   * @return array<int, array<string, mixed>>
   *   The rows of the page that the user may view.
   */
  private function rows(): array {
    $rows = [];
    foreach ($this->load() as $id => $entity) {
      if ($entity->access('view')) {
        $rows[$id] = $this->buildRow($entity);
      }
    }
    return $rows;
  }

  /**
   * The model of the listed type.
   */
  private function type(): ModelType {
    return \Drupal::service('sw_base.model')->get()->type($this->entityTypeId);
  }

  /**
   * What the list shows.
   */
  private function columns(): ListColumns {
    return \Drupal::service('sw_base.list_columns');
  }

}
