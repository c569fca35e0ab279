<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Cache\CacheBackendInterface;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * The role rows of a brand.
 */
final class BrandRoles {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly CacheBackendInterface $cache,
    private readonly SystemScope $systemScope,
  ) {}

  /**
   * @return array<string, array{granted: list<string>, denied: list<string>}>
   *   Granted and denied permissions by role.
   */
  public function get(int $brand_id): array {
    $key = "sw_base.brand_roles:$brand_id";
    if ($cached = $this->cache->get($key)) {
      return $cached->data;
    }
    // Rights are what the scope is computed from, so they are read outside of it.
    $rows = $this->systemScope->run(fn () => $this->entityTypeManager->getStorage('sw_role')->loadByProperties(['brand' => $brand_id]));
    $roles = [];
    foreach ($rows as $row) {
      assert($row instanceof ContentEntityInterface);
      $roles[$row->get('role')->value] = [
        'granted' => array_column($row->get('granted')->getValue(), 'value'),
        'denied' => array_column($row->get('denied')->getValue(), 'value'),
      ];
    }
    $this->cache->set($key, $roles, tags: ['sw_role_list']);
    return $roles;
  }

}
