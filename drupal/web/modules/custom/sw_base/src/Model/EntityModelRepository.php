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

  /**
   * The modules that the last answer was for.
   *
   * @var array<string, \Drupal\Core\Extension\Extension>
   */
  private array $modules = [];

  private ?EntityModel $current = NULL;

  public function __construct(
    private readonly ModuleHandlerInterface $moduleHandler,
    private readonly CacheBackendInterface $cache,
  ) {}

  /**
   * The model of the modules that are enabled now.
   */
  public function get(): EntityModel {
    $modules = $this->moduleHandler->getModuleList();
    // Modules come and go within one request while Drupal installs them.
    if ($this->current === NULL || $modules !== $this->modules) {
      $key = 'sw_base.entity_model:' . hash('xxh3', implode(',', array_keys($modules)));
      $this->current = $this->models[$key] ??= $this->load($key);
      $this->modules = $modules;
    }
    return $this->current;
  }

  /**
   * Forgets what was read, for the cache rebuild.
   */
  public function reset(): void {
    $this->models = [];
    $this->current = NULL;
  }

  /**
   * Reads the model files, or what was cached of them.
   */
  private function load(string $key): EntityModel {
    if ($cached = $this->cache->get($key)) {
      return $cached->data;
    }
    $sources = (new YamlDiscovery('entity_model', $this->moduleHandler->getModuleDirectories()))->findAll();
    // A vertical may extend what the base declares, so the base comes first.
    uksort($sources, fn (string $a, string $b) => [$a !== 'sw_base', $a] <=> [$b !== 'sw_base', $b]);
    $model = (new EntityModelResolver())->resolve($sources);
    $this->cache->set($key, $model);
    return $model;
  }

}
