<?php

namespace Drupal\sw_operations\Middleware;

use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * The same headers on every answer, refusals of the outer layers included.
 */
final class SecurityHeadersMiddleware implements HttpKernelInterface {

  /**
   * Drupal's own pages need inline styles, and nothing from elsewhere.
   */
  private const PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  public function __construct(private readonly HttpKernelInterface $httpKernel) {}

  /**
   * {@inheritdoc}
   */
  public function handle(Request $request, int $type = self::MAIN_REQUEST, bool $catch = TRUE): Response {
    $response = $this->httpKernel->handle($request, $type, $catch);
    $is_page = str_starts_with((string) $response->headers->get('Content-Type'), 'text/html');
    $response->headers->add([
      'X-Content-Type-Options' => 'nosniff',
      'X-Frame-Options' => 'DENY',
      'Referrer-Policy' => 'same-origin',
      'Cross-Origin-Resource-Policy' => 'same-origin',
      'Content-Security-Policy' => $is_page ? self::PAGE_POLICY : self::DATA_POLICY,
    ]);
    if ($request->isSecure()) {
      $response->headers->set('Strict-Transport-Security', 'max-age=31536000');
    }
    $response->headers->remove('X-Generator');
    header_remove('X-Powered-By');
    return $response;
  }

}
