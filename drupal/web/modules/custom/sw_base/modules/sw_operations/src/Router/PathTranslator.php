<?php

namespace Drupal\sw_operations\Router;

use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Path\PathValidatorInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\Core\Url;
use Drupal\sw_base\Entity\EntityLabels;
use Drupal\sw_base\Model\EntityModelRepository;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

/**
 * Tells which row the page at a path is about, and where the API has it.
 */
final class PathTranslator {

  public function __construct(
    private readonly PathValidatorInterface $pathValidator,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityModelRepository $models,
    private readonly EntityLabels $labels,
    private readonly AccountInterface $currentUser,
    private readonly ConfigFactoryInterface $configFactory,
  ) {}

  /**
   * @return array<string, mixed>
   *   What the client library expects.
   *
   * @throws \Symfony\Component\HttpKernel\Exception\NotFoundHttpException
   *   When no row in sight has a page at that path.
   */
  public function translate(string $path): array {
    $entity = $this->entityAt($path);
    if ($entity === NULL) {
      throw new NotFoundHttpException('No resource has its page at this path.');
    }
    if (!$entity->access('view', $this->currentUser)) {
      throw new AccessDeniedHttpException('The current user is not allowed to view the resource.');
    }
    $type = $entity->getEntityTypeId();
    $canonical = $this->url($entity->toUrl('canonical'));
    $front = $this->configFactory->get('system.site')->get('page.front');
    return [
      'resolved' => $canonical,
      'isExternal' => FALSE,
      'isHomePath' => $path === '/' || $path === $front,
      'entity' => [
        'canonical' => $canonical,
        'type' => $type,
        'bundle' => $entity->bundle(),
        'id' => (string) $entity->id(),
        'uuid' => $entity->uuid(),
      ],
      'langcode' => $entity->language()->getId(),
      'label' => $this->labels->of($entity),
      'jsonapi' => [
        'individual' => $this->url(Url::fromRoute("jsonapi.$type--{$entity->bundle()}.individual", ['entity' => $entity->uuid()])),
        'resourceName' => "$type--{$entity->bundle()}",
        'pathPrefix' => 'jsonapi',
        'basePath' => '/jsonapi',
        'entryPoint' => $this->url(Url::fromRoute('jsonapi.resource_list')),
      ],
      'meta' => new \stdClass(),
    ];
  }

  /**
   * The row whose page is at the path, as far as it exists for the user.
   */
  private function entityAt(string $path): ?ContentEntityInterface {
    if ($path === '' || $path[0] !== '/' || str_starts_with($path, '//') || str_contains($path, "\0") || !mb_check_encoding($path, 'UTF-8')) {
      return NULL;
    }
    $url = $this->pathValidator->getUrlIfValidWithoutAccessCheck($path);
    if (!$url instanceof Url || !$url->isRouted() || !preg_match('/^entity\.(\w+)\.canonical$/', $url->getRouteName(), $match) || !$this->models->get()->covers($match[1])) {
      return NULL;
    }
    $id = $url->getRouteParameters()[$match[1]] ?? '';
    $storage = $this->entityTypeManager->getStorage($match[1]);
    $id_key = $this->entityTypeManager->getDefinition($match[1])->getKey('id');
    // Asked by a query, because queries know which rows there are for the user.
    if (!is_string($id) || !preg_match('/^[0-9]{1,9}$/D', $id) || !$storage->getQuery()->accessCheck(TRUE)->condition($id_key, $id)->execute()) {
      return NULL;
    }
    $entity = $storage->load($id);
    return $entity instanceof ContentEntityInterface ? $entity : NULL;
  }

  /**
   * The absolute URL as text.
   */
  private function url(Url $url): string {
    return $url->setAbsolute()->toString(TRUE)->getGeneratedUrl();
  }

}
