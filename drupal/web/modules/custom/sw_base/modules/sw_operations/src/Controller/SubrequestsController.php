<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\sw_operations\Router\Subrequest;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * Answers `POST /subrequests`, with which next-drupal reads a resource by path in one call.
 *
 * Reads only, and only what the two routes that it needs give the same user.
 */
final class SubrequestsController implements ContainerInjectionInterface {

  private const MAX_REQUESTS = 10;

  private const READABLE = '#^(/[a-z]{2})?/(jsonapi(/|$)|router/translate-path$)#D';

  public function __construct(private readonly HttpKernelInterface $kernel) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('http_kernel.basic'));
  }

  /**
   * Answers the route.
   */
  public function handle(Request $request): Response {
    try {
      $items = $this->items($request);
      $bodies = [];
      $parts = [];
      foreach ($items as $item) {
        // What waits for something that failed is not asked, and has no answer.
        $ready = array_diff($item->waitFor, array_keys($bodies)) === [];
        $uri = $ready ? $item->resolve($bodies) : NULL;
        if ($uri === NULL) {
          continue;
        }
        $answer = $this->kernel->handle($this->subrequest($request, $uri), HttpKernelInterface::SUB_REQUEST);
        $parts[$item->hasTokens() ? "$item->id#uri{0}" : $item->id] = [
          'body' => (string) $answer->getContent(),
          'headers' => [
            'status' => [$answer->getStatusCode()],
            'content-type' => [(string) $answer->headers->get('Content-Type')],
          ],
        ];
        $body = json_decode((string) $answer->getContent(), TRUE);
        if ($answer->getStatusCode() < 400 && is_array($body)) {
          $bodies[$item->id] = $body;
        }
      }
    }
    catch (BadRequestHttpException $exception) {
      return new JsonResponse(['message' => $exception->getMessage()], 400, ['Cache-Control' => 'private, no-store']);
    }
    return new JsonResponse($parts ?: new \stdClass(), 207, ['Cache-Control' => 'private, no-store']);
  }

  /**
   * @return list<\Drupal\sw_operations\Router\Subrequest>
   *   The requests that were sent.
   */
  private function items(Request $request): array {
    $sent = json_decode((string) $request->getContent(), TRUE);
    if (!is_array($sent) || !array_is_list($sent) || $sent === [] || count($sent) > self::MAX_REQUESTS) {
      throw new BadRequestHttpException('The request body must be a list of 1 to ' . self::MAX_REQUESTS . ' requests.');
    }
    $items = [];
    foreach ($sent as $item) {
      $items[] = Subrequest::fromItem($item, array_column($items, 'id'));
    }
    return $items;
  }

  /**
   * A request of the same user to the same server.
   */
  private function subrequest(Request $request, string $uri): Request {
    $here = $request->getSchemeAndHttpHost();
    $local = str_starts_with($uri, "$here/") ? substr($uri, strlen($here)) : $uri;
    [$path, $query] = array_pad(explode('?', $local, 2), 2, '');
    $base = $request->getBasePath();
    $path = $base !== '' && str_starts_with($path, "$base/") ? substr($path, strlen($base)) : $path;
    // Decoded, because that is what is routed.
    $decoded = rawurldecode($path);
    if (!preg_match(self::READABLE, $decoded) || str_contains($decoded, '..') || !mb_check_encoding(rawurldecode($local), 'UTF-8') || str_contains(rawurldecode($local), "\0")) {
      throw new BadRequestHttpException('Only the paths of the API can be read.');
    }
    $server = array_diff_key($request->server->all(), array_flip([
      'CONTENT_TYPE',
      'CONTENT_LENGTH',
      'HTTP_CONTENT_TYPE',
      'HTTP_CONTENT_LENGTH',
      'HTTP_IF_NONE_MATCH',
      'HTTP_IF_MODIFIED_SINCE',
    ]));
    $subrequest = Request::create($here . $base . $path . ($query === '' ? '' : "?$query"), 'GET', [], $request->cookies->all(), [], $server);
    $subrequest->query->remove('_format');
    $subrequest->setFormat('api_json', ['application/vnd.api+json']);
    if (preg_match('#^(/[a-z]{2})?/jsonapi#', $decoded)) {
      $subrequest->setRequestFormat('api_json');
    }
    if ($request->hasSession()) {
      $subrequest->setSession($request->getSession());
    }
    return $subrequest;
  }

}
