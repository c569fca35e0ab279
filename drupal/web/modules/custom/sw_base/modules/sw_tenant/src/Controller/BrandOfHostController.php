<?php

namespace Drupal\sw_tenant\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\file\FileInterface;
use Drupal\sw_base\Tenancy\SystemScope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;

/**
 * Answers `GET /brand-of-host/{hostname}`: what a sign-in page shows before anybody is known.
 *
 * The host name is public, and so is what is told of its brand: nothing else.
 */
final class BrandOfHostController implements ContainerInjectionInterface {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly SystemScope $systemScope,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('entity_type.manager'), $container->get('sw_base.system_scope'));
  }

  /**
   * Answers the route.
   */
  public function handle(string $hostname): JsonResponse {
    $brand = $this->systemScope->run(fn () => $this->find(strtolower($hostname)));
    return $brand === NULL
      ? new JsonResponse(['message' => 'No brand has this host name.'], 404, ['Cache-Control' => 'private, no-store'])
      : new JsonResponse($brand, 200, ['Cache-Control' => 'private, no-store']);
  }

  /**
   * @return array{name: string, locale: string|null, primary_color: string|null, secondary_color: string|null, logo: string|null}|null
   *   The logo is a data URI.
   */
  private function find(string $hostname): ?array {
    $storage = $this->entityTypeManager->getStorage('sw_brand');
    $ids = $storage->getQuery()->accessCheck(FALSE)->condition('hostname', $hostname)->range(0, 1)->execute();
    $brand = $ids ? $storage->load(reset($ids)) : NULL;
    if (!$brand instanceof ContentEntityInterface) {
      return NULL;
    }
    $text = fn (string $field): ?string => $brand->get($field)->isEmpty() ? NULL : (string) $brand->get($field)->value;
    return [
      'name' => (string) $brand->label(),
      'locale' => $text('locale'),
      'primary_color' => $text('primary_color'),
      'secondary_color' => $text('secondary_color'),
      'logo' => $this->logo($brand),
    ];
  }

  /**
   * The logo itself: a file of its own would be private.
   */
  private function logo(ContentEntityInterface $brand): ?string {
    $file = $brand->get('logo')->entity;
    $content = $file instanceof FileInterface ? @file_get_contents($file->getFileUri()) : FALSE;
    return $content === FALSE || !$file instanceof FileInterface ? NULL : 'data:' . $file->getMimeType() . ';base64,' . base64_encode($content);
  }

}
