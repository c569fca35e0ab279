<?php

namespace Drupal\sw_base\Model;

use Drupal\Core\Cache\CacheBackendInterface;
use Drupal\Core\Discovery\YamlDiscovery;
use Drupal\Core\Extension\ModuleHandlerInterface;

/**
 * Finds `<module>.entity_model.yml` in every enabled module.
 */
final class EntityModelRepository {

  /**
   * Resolved models by the list of modules they come from.
   *
   * @var array<string, \Drupal\sw_base\Model\EntityModel>
   */
  private array $models = [];

  public function __construct(
    private readonly ModuleHandlerInterface $moduleHandler,
    private readonly CacheBackendInterface $cache,
  ) {}

  /**
   * The model of the modules that are enabled now.
   */
  public function get(): EntityModel {
    $directories = $this->moduleHandler->getModuleDirectories();
    // Modules come and go within one request while Drupal installs them.
    $key = 'sw_base.entity_model:' . hash('xxh3', implode(',', array_keys($directories)));
    return $this->models[$key] ??= $this->load($key, $directories);
  }

  /**
   * Forgets what was read, for the cache rebuild.
   */
  public function reset(): void {
    $this->models = [];
  }

  /**
   * @param array<string, string> $directories
   *   Module directories by module name.
   */
  private function load(string $key, array $directories): EntityModel {
    if ($cached = $this->cache->get($key)) {
      return $cached->data;
    }
    $sources = (new YamlDiscovery('entity_model', $directories))->findAll();
    // A vertical may extend what the base declares, so the base comes first.
    uksort($sources, fn (string $a, string $b) => [$a !== 'sw_base', $a] <=> [$b !== 'sw_base', $b]);
    $model = (new EntityModelResolver())->resolve($sources);
    $this->cache->set($key, $model);
    return $model;
  }

}
