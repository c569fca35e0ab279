<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\sw_base\Account\AccountMails;
use Drupal\sw_base\Password\PasswordRule;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/**
 * A new password for who has forgotten theirs: asked for with the sign-in name, set with the link that came by mail.
 */
final class PasswordResetController implements ContainerInjectionInterface {

  private const HEADERS = ['Cache-Control' => 'private, no-store'];

  private const LONGEST_NAME = 254;

  public function __construct(
    private readonly AccountMails $mails,
    private readonly PasswordRule $rule,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.account_mails'), $container->get('sw_base.password_rule'));
  }

  /**
   * Answers `POST /password-reset`, in the same way for every name.
   */
  public function ask(Request $request): Response {
    $given = $this->given($request);
    if ($given === NULL) {
      return $this->noObject();
    }
    $name = is_string($given['name'] ?? NULL) ? trim($given['name']) : '';
    if ($name === '' || mb_strlen($name) > self::LONGEST_NAME || str_contains($name, "\0")) {
      return $this->told('name: A sign-in name is a text of 1 to ' . self::LONGEST_NAME . ' characters.', 400);
    }
    $wait = $this->mails->ask($name, (string) $request->getClientIp());
    if ($wait !== NULL) {
      return $this->told('Too many requests for a new password. Try again later.', 429, ['Retry-After' => (string) $wait]);
    }
    return $this->told('If the account exists and has a mail address, a link to a new password is on its way.', 202);
  }

  /**
   * Answers `POST /password-reset/confirm`. The link is looked at first, and lives on where the password is refused.
   */
  public function confirm(Request $request): Response {
    $given = $this->given($request);
    if ($given === NULL) {
      return $this->noObject();
    }
    $token = $given['token'] ?? NULL;
    $account = is_string($token) && strlen($token) < 200 ? $this->mails->accountOf($token) : NULL;
    if ($account === NULL) {
      return $this->notValid();
    }
    $password = $given['pass'] ?? NULL;
    $problem = $this->rule->problemOf($password, $account);
    if ($problem !== NULL) {
      return $this->told("pass: $problem", 422);
    }
    return $this->mails->redeem($token, $account, $password) ? new Response('', 204, self::HEADERS) : $this->notValid();
  }

  /**
   * @return array<array-key, mixed>|null
   *   The members of the body; NULL where it is no object.
   */
  private function given(Request $request): ?array {
    $body = json_decode((string) $request->getContent());
    return is_object($body) ? get_object_vars($body) : NULL;
  }

  /**
   * One answer for links that never were, and for those that are over.
   */
  private function notValid(): Response {
    return $this->told('token: This link is not valid any more.', 400);
  }

  /**
   * The answer to what is no question.
   */
  private function noObject(): Response {
    return $this->told('The request body must be a JSON object.', 400);
  }

  /**
   * @param array<string, string> $headers
   *   More of them.
   */
  private function told(string $message, int $status, array $headers = []): Response {
    return new JsonResponse(['message' => $message], $status, self::HEADERS + $headers);
  }

}
