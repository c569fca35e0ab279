<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\sw_operations\Router\PathTranslator;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

/**
 * Answers `GET /router/translate-path?path=`, which next-drupal calls translatePath().
 */
final class TranslatePathController implements ContainerInjectionInterface {

  public function __construct(private readonly PathTranslator $translator) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_operations.path_translator'));
  }

  /**
   * Answers the route.
   */
  public function handle(Request $request): Response {
    $path = $request->query->all()['path'] ?? '';
    try {
      return $this->answer($this->translator->translate(is_string($path) ? $path : ''), 200);
    }
    catch (NotFoundHttpException $exception) {
      return $this->answer(['message' => 'Unable to resolve the path.', 'details' => $exception->getMessage()], 404);
    }
    catch (AccessDeniedHttpException $exception) {
      return $this->answer(['message' => 'Access denied for entity.', 'details' => $exception->getMessage()], 403);
    }
  }

  /**
   * JSON that is kept nowhere: it depends on who asks.
   *
   * @param array<string, mixed> $content
   *   The body.
   */
  private function answer(array $content, int $status): JsonResponse {
    return new JsonResponse($content, $status, ['Cache-Control' => 'private, no-store']);
  }

}
