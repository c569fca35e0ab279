<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\Core\Cache\DatabaseCacheTagsChecksum;
use Drupal\Core\DependencyInjection\ContainerBuilder;
use Drupal\Core\PageCache\ChainRequestPolicy;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * What was read while somebody saved is never kept.
 */
final class FreshCachesTest extends WireTestBase {

  private const KEPT = 'X-Drupal-Dynamic-Cache';

  /**
   * {@inheritdoc}
   */
  protected static $modules = ['dynamic_page_cache'];

  /**
   * {@inheritdoc}
   */
  public function register(ContainerBuilder $container) {
    parent::register($container);
    // Core's policy keeps nothing on the command line, and caches in memory know only what their own process saves.
    $container->getDefinition('dynamic_page_cache_request_policy')->setClass(ChainRequestPolicy::class);
    $container->removeDefinition('cache_factory');
    $container->setAlias('cache_factory', 'cache.backend.database')->setPublic(TRUE);
  }

  /**
   * Lists, rows and their normalizations; where nobody saves they are kept.
   */
  public function testSavedWhileRead(): void {
    $caller = $this->caller('north', ['administrator']);
    foreach (['list' => '', 'row' => '/%s'] as $case => $tail) {
      // Nothing is kept of it yet: the counts of its tags are not known from an older answer.
      $toy = $this->customer('north', ucfirst($case))['toy'];
      $path = '/jsonapi/sw_toy/sw_toy' . sprintf($tail, $toy->uuid());
      $late = function () use ($toy, $case, &$late): void {
        \Drupal::service('event_dispatcher')->removeListener(KernelEvents::RESPONSE, $late);
        $this->saveElsewhere($toy->id(), "$case saved");
      };
      // Between the reading of the row and the keeping of the answer.
      \Drupal::service('event_dispatcher')->addListener(KernelEvents::RESPONSE, $late, 120);
      self::assertStringContainsString(ucfirst($case) . ' bear', (string) $this->read($caller, $path)->getContent());
      self::assertStringContainsString("$case saved", (string) $this->read($caller, $path)->getContent(), "the $case wasn't kept");
      $this->saveElsewhere($toy->id(), "$case again");
      self::assertStringContainsString("$case again", (string) $this->read($caller, $path)->getContent());
      self::assertSame('HIT', $this->read($caller, $path)->headers->get(self::KEPT), $case);
    }
  }

  /**
   * The copy of an account or file would outlive a save as well.
   */
  public function testNoSecondCopy(): void {
    $caller = $this->caller('north', ['administrator']);
    \Drupal::entityTypeManager()->getStorage('user')->load($caller->id());
    self::assertFalse(\Drupal::cache('entity')->get("values:user:{$caller->id()}"));
  }

  /**
   * A whole request of its own process: nothing is known of the counts, and it ends.
   */
  private function read(UserInterface $caller, string $path): Response {
    \Drupal::service('cache_tags.invalidator.checksum')->reset();
    $response = $this->ask($caller, 'GET', $path);
    self::assertSame(200, $response->getStatusCode(), (string) $response->getContent());
    \Drupal::service('request_stack')->push($request = Request::create($path));
    \Drupal::service('http_kernel')->terminate($request, $response);
    \Drupal::service('request_stack')->pop();
    return $response;
  }

  /**
   * What another process does: this one isn't told.
   */
  private function saveElsewhere(int|string $id, string $name): void {
    \Drupal::database()->update('sw_toy')->fields(['name' => $name])->condition('id', $id)->execute();
    (new DatabaseCacheTagsChecksum(\Drupal::database()))->invalidateTags(["sw_toy:$id", 'sw_toy_list']);
  }

}
