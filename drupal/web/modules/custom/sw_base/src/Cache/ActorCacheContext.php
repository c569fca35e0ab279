<?php

namespace Drupal\sw_base\Cache;

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\Context\CacheContextInterface;
use Drupal\sw_base\Access\ActorRepository;

/**
 * Varies by what an actor may see: brand, user type, roles and accounts.
 *
 * Coarser than the user context, so colleagues share cache entries.
 */
final class ActorCacheContext implements CacheContextInterface {

  public function __construct(private readonly ActorRepository $actors) {}

  /**
   * {@inheritdoc}
   */
  public static function getLabel() {
    return t('Brand, user type, business roles and accounts');
  }

  /**
   * {@inheritdoc}
   */
  public function getContext() {
    return $this->actors->current()->fingerprint();
  }

  /**
   * {@inheritdoc}
   */
  public function getCacheableMetadata() {
    return new CacheableMetadata();
  }

}
