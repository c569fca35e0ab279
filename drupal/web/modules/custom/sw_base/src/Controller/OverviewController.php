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
   * Links to the lists that the user may see, and to the fields of every type for who builds the site.
   *
   * @return array<string, mixed>
   *   A render array.
   */
  public function overview(): array {
    $lists = [];
    $settings = [];
    foreach ($this->models->get()->types as $type) {
      $url = Url::fromRoute("entity.$type->name.collection");
      $definition = $this->entityTypeManager()->getDefinition($type->name);
      $description = $type->description === [] ? '' : ModelLabel::fromArray($type->description);
      if ($this->typeAccess->check($type->name, 'view', $this->currentUser())->isAllowed() && $url->access()) {
        $lists[] = ['title' => $definition->getCollectionLabel(), 'description' => $description, 'url' => $url];
      }
      $url = Url::fromRoute("sw_base.settings.$type->name");
      if ($url->access()) {
        $settings[] = ['title' => $definition->getLabel(), 'description' => $description, 'url' => $url];
      }
    }
    $build = ['#cache' => ['contexts' => ['user.permissions', 'user.sw_actor', 'languages:language_interface']]];
    foreach ([[$this->t('Rows'), $lists], [$this->t('Fields and forms'), $settings]] as [$title, $links]) {
      if ($links !== []) {
        $build[] = [
          '#theme' => 'admin_block',
          '#block' => ['title' => $title, 'content' => ['#theme' => 'admin_block_content', '#content' => $links]],
        ];
      }
    }
    return $lists === [] && $settings === [] ? $build + ['#markup' => $this->t('There is nothing here that you may see.')] : $build;
  }

  /**
   * The title of the list of a type.
   */
  public function listTitle(string $type_name): \Stringable {
    return $this->entityTypeManager()->getDefinition($type_name)->getCollectionLabel();
  }

  /**
   * The title of the settings of a type.
   */
  public function settingsTitle(string $type_name): \Stringable {
    return $this->entityTypeManager()->getDefinition($type_name)->getLabel();
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
