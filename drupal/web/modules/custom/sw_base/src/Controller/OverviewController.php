<?php

namespace Drupal\sw_base\Controller;

use Drupal\Core\Controller\ControllerBase;
use Drupal\Core\Url;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelLabel;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The administration pages that are about types, not rows.
 */
final class OverviewController extends ControllerBase {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TypeAccess $typeAccess,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.model'), $container->get('sw_base.type_access'));
  }

  /**
   * Links to the lists that the user may see.
   *
   * @return array<string, mixed>
   *   A render array.
   */
  public function overview(): array {
    $items = [];
    foreach ($this->models->get()->types as $type) {
      $url = Url::fromRoute("entity.$type->name.collection");
      if ($this->typeAccess->check($type->name, 'view', $this->currentUser())->isAllowed() && $url->access()) {
        $items[] = [
          'title' => $this->entityTypeManager()->getDefinition($type->name)->getCollectionLabel(),
          'description' => $type->description === [] ? '' : ModelLabel::fromArray($type->description),
          'url' => $url,
        ];
      }
    }
    return [
      ...($items === [] ? ['#markup' => $this->t('There is nothing here that you may see.')] : ['#theme' => 'admin_block_content', '#content' => $items]),
      '#cache' => ['contexts' => ['user.permissions', 'user.sw_actor', 'languages:language_interface']],
    ];
  }

  /**
   * What the model says about a type, above Field UI's tabs.
   *
   * @return array<string, mixed>
   *   A render array.
   */
  public function settings(string $type_name): array {
    $rows = [];
    $definitions = \Drupal::service('entity_field.manager')->getBaseFieldDefinitions($type_name);
    foreach ($this->models->get()->type($type_name)->fields as $name => $field) {
      $rows[] = [$definitions[$name]->getLabel(), $name, $field->type, $field->module];
    }
    return [
      '#type' => 'table',
      '#header' => [$this->t('Field'), $this->t('Machine name'), $this->t('Type'), $this->t('Module')],
      '#rows' => $rows,
      '#caption' => $this->t('Fields of the entity model. Fields that are added here in Drupal come on top.'),
    ];
  }

}
