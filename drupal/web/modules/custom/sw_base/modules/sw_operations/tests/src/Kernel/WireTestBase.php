<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\Tests\sw_base\Kernel\MachineTestBase;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/**
 * Whole requests, through every middleware and subscriber, without a web server.
 */
abstract class WireTestBase extends MachineTestBase {

  private const PASSWORD = 'a-word-of-the-tests';

  /**
   * {@inheritdoc}
   */
  protected function setUp(): void {
    parent::setUp();
    $this->config('jsonapi.settings')->set('read_only', FALSE)->save();
  }

  /**
   * Somebody who can sign in.
   *
   * @param list<string> $roles
   *   Business roles.
   */
  protected function caller(?string $brand, array $roles): UserInterface {
    return $this->person($brand, $roles, ['pass' => self::PASSWORD]);
  }

  /**
   * The answer to a request with basic authentication, or to an anonymous one.
   *
   * @param array<string, mixed>|null $body
   *   The JSON:API document to send.
   * @param array<string, string> $headers
   *   More headers.
   */
  protected function ask(?UserInterface $caller, string $method, string $path, ?array $body = NULL, array $headers = []): Response {
    $server = ['HTTP_ACCEPT' => 'application/vnd.api+json', 'CONTENT_TYPE' => 'application/vnd.api+json'];
    if ($caller !== NULL) {
      $server += ['PHP_AUTH_USER' => $caller->getAccountName(), 'PHP_AUTH_PW' => self::PASSWORD];
      $headers += ['Authorization' => 'Basic ' . base64_encode($caller->getAccountName() . ':' . self::PASSWORD)];
    }
    $request = Request::create($path, $method, server: $server, content: $body === NULL ? NULL : (string) json_encode($body));
    $request->headers->add($headers);
    $this->actAs(NULL);
    // What the rows were before is of no interest to a request.
    \Drupal::service('entity.memory_cache')->deleteAll();
    // The page of an earlier "not found" leaves the router with its own request.
    \Drupal::service('router.no_access_checks')->setContext(\Drupal::service('router.request_context'));
    return \Drupal::service('http_kernel')->handle($request);
  }

  /**
   * Many operations in one request.
   *
   * @param list<array<string, mixed>> $operations
   *   The operations.
   */
  protected function operate(UserInterface $caller, array $operations): Response {
    $type = 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"';
    return $this->ask($caller, 'POST', '/jsonapi/operations', ['atomic:operations' => $operations], [
      'Content-Type' => $type,
      'Accept' => $type,
    ]);
  }

  /**
   * @return array<string, mixed>
   *   The document of an answer with that status.
   */
  protected static function document(Response $response, int $status): array {
    self::assertSame($status, $response->getStatusCode(), (string) $response->getContent());
    return (array) json_decode((string) $response->getContent(), TRUE, 512, JSON_THROW_ON_ERROR);
  }

  /**
   * What the errors of an answer with that status say.
   *
   * @return list<array{string|null, string|null}>
   *   Pointer and code of each.
   */
  protected static function errors(Response $response, int $status): array {
    return array_map(fn (array $error) => [$error['source']['pointer'] ?? NULL, $error['code'] ?? NULL], self::document($response, $status)['errors']);
  }

}
