<?php

namespace Drupal\sw_tenant\JsonApi;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\IncludeResolver;
use Drupal\jsonapi\JsonApiResource\IncludedData;

/**
 * Says nothing of targets that don't exist for the user, not even that they were left out.
 */
final class ScopedIncludeResolver extends IncludeResolver {

  /**
   * {@inheritdoc}
   */
  public function resolve($data, $include_parameter) {
    /** @var list<\Drupal\jsonapi\JsonApiResource\ResourceObject|\Drupal\jsonapi\Exception\EntityAccessDeniedHttpException> $included */
    $included = iterator_to_array(parent::resolve($data, $include_parameter), FALSE);
    $rows = \Drupal::service('sw_tenant.row_access');
    return new IncludedData(array_values(array_filter($included, function ($item) use ($rows) {
      $target = $item instanceof EntityAccessDeniedHttpException ? ($item->getError()['entity'] ?? NULL) : NULL;
      return !$target instanceof ContentEntityInterface || $rows->isLinkable($target);
    })));
  }

}
