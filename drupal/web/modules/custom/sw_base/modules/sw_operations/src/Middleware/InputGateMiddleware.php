<?php

namespace Drupal\sw_operations\Middleware;

use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * Answers 400 where core's outer layers would answer 500.
 */
final class InputGateMiddleware implements HttpKernelInterface {

  private const API = '#^(/[a-z]{2})?/jsonapi(/|$)#';

  /**
   * Brackets of the specification's parameters that are not closed one after the other.
   */
  private const MANGLED = '/^(?:fields|filter|include|page|sort)\[(?!(?:[^[\]]*\]\[)*[^[\]]*\]$)/D';

  public function __construct(private readonly HttpKernelInterface $httpKernel) {}

  /**
   * {@inheritdoc}
   */
  public function handle(Request $request, int $type = self::MAIN_REQUEST, bool $catch = TRUE): Response {
    // Password reset by mail is a page for people; its API form is not offered.
    if (str_ends_with($request->getPathInfo(), '/user/password') && $request->query->has('_format')) {
      return new JsonResponse(['message' => 'Not Found'], 404);
    }
    $this->dropMethodOverride($request);
    $problem = $this->problem($request);
    if ($problem !== NULL) {
      return $this->refuse($request, $problem);
    }
    return $this->httpKernel->handle($request, $type, $catch);
  }

  /**
   * A request is what its request line says, whatever a header adds.
   */
  private function dropMethodOverride(Request $request): void {
    if ($request->headers->has('X-HTTP-Method-Override')) {
      $request->headers->remove('X-HTTP-Method-Override');
      $request->server->remove('HTTP_X_HTTP_METHOD_OVERRIDE');
      $request->setMethod($request->getRealMethod());
    }
  }

  /**
   * A sentence about what is malformed, or NULL.
   */
  private function problem(Request $request): ?string {
    $query = $request->query->all();
    if (isset($query['_format']) && !is_string($query['_format'])) {
      return 'The _format parameter must be a single value.';
    }
    if (is_string($query['page'] ?? NULL) && !preg_match('/^[0-9]{0,7}(,[0-9]{0,7})*$/D', $query['page']) && !preg_match(self::API, $request->getPathInfo())) {
      return 'The page parameter must be a number.';
    }
    if (isset($query['ajax_page_state']) && !$this->isPageState($query['ajax_page_state'])) {
      return 'The ajax_page_state parameter is malformed.';
    }
    if (!mb_check_encoding((string) $request->headers->get('Content-Disposition'), 'UTF-8')) {
      return 'The Content-Disposition header is not valid UTF-8.';
    }
    if (!mb_check_encoding(rawurldecode($request->server->get('REQUEST_URI', '')), 'UTF-8') || str_contains(rawurldecode($request->getPathInfo()), "\0")) {
      return 'The URL is not valid UTF-8.';
    }
    if ($this->hasMangledName((string) $request->server->get('QUERY_STRING'))) {
      return 'The name of a query parameter is malformed.';
    }
    if (str_ends_with($request->getPathInfo(), '/user/login') && $request->isMethod('POST') && isset($query['_format'])) {
      return $this->loginProblem($request, $query['_format']);
    }
    return NULL;
  }

  /**
   * Whether PHP cuts or rewrites a name: what is asked for would silently not be asked.
   */
  private function hasMangledName(string $query): bool {
    foreach (explode('&', $query) as $pair) {
      $name = urldecode(explode('=', $pair, 2)[0]);
      if (str_contains($name, "\0") || preg_match(self::MANGLED, $name)) {
        return TRUE;
      }
    }
    return FALSE;
  }

  /**
   * Core unpacks a compressed text below each key it knows.
   */
  private function isPageState(mixed $state): bool {
    return is_array($state) && array_filter($state, 'is_string') === $state;
  }

  /**
   * Core hands the decoded body of a sign-in on without a look.
   */
  private function loginProblem(Request $request, string $format): ?string {
    if ($format !== 'json') {
      return 'Sign-in takes JSON.';
    }
    $body = json_decode((string) $request->getContent(), TRUE);
    if (!is_array($body)) {
      return 'The request body must be a JSON object.';
    }
    foreach (['name', 'pass'] as $member) {
      if (isset($body[$member]) && (!is_string($body[$member]) || str_contains($body[$member], "\0"))) {
        return "The \"$member\" member must be a string without the character NUL.";
      }
    }
    return NULL;
  }

  /**
   * The answer, in the words of the API that was called.
   */
  private function refuse(Request $request, string $problem): Response {
    if (!preg_match(self::API, $request->getPathInfo())) {
      return new JsonResponse(['message' => $problem], 400);
    }
    $response = new JsonResponse([
      'jsonapi' => Envelope::jsonapi(),
      'errors' => [['title' => 'Bad Request', 'status' => '400', 'detail' => $problem]],
    ], 400);
    $response->headers->set('Content-Type', 'application/vnd.api+json');
    return $response;
  }

}
