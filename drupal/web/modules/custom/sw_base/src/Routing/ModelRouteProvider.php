<?php

namespace Drupal\sw_base\Routing;

use Drupal\Core\Entity\EntityTypeInterface;
use Drupal\Core\Entity\Routing\AdminHtmlRouteProvider;
use Drupal\sw_base\Controller\OverviewController;

/**
 * The pages of rows; the title of a list is in the reader's language.
 */
final class ModelRouteProvider extends AdminHtmlRouteProvider {

  /**
   * {@inheritdoc}
   */
  protected function getCollectionRoute(EntityTypeInterface $entity_type) {
    $route = parent::getCollectionRoute($entity_type);
    // Core keeps the text of one language, for its own translations of it.
    $route?->setDefaults(['_title' => NULL, '_title_arguments' => NULL] + $route->getDefaults());
    $route?->setDefault('_title_callback', OverviewController::class . '::listTitle')->setDefault('type_name', $entity_type->id());
    return $route;
  }

}
