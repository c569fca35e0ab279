<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Component\Uuid\Uuid;
use Drupal\Core\Access\AccessResult;
use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\sw_base\Access\BusinessRolePolicy;
use Drupal\sw_base\Account\AccountMails;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * For the user that sends the mails about people's own accounts: which wait, and what one says and to whom.
 */
final class AccountMailsController implements ContainerInjectionInterface {

  public function __construct(
    private readonly AccountMails $mails,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.account_mails'), $container->get('current_user'));
  }

  /**
   * Answers GET.
   */
  public function waiting(): Response {
    $this->checkAccess();
    return Envelope::ofMeta(['waiting' => $this->mails->waiting()]);
  }

  /**
   * Answers POST.
   */
  public function take(Request $request): Response {
    $this->checkAccess();
    $body = json_decode((string) $request->getContent(), TRUE);
    if (json_last_error() !== JSON_ERROR_NONE) {
      throw new BadRequestHttpException((string) $request->getContent() === '' ? 'Empty request body.' : 'Syntax error');
    }
    $id = is_array($body) && is_array($body['meta'] ?? NULL) ? ($body['meta']['id'] ?? NULL) : NULL;
    if (!is_string($id) || !Uuid::isValid(strtolower($id))) {
      throw new BadRequestHttpException('The request body must have "meta" with the "id" of a mail.');
    }
    return Envelope::ofMeta(['mail' => $this->mails->take(strtolower($id))]);
  }

  /**
   * Refuses everybody else.
   */
  private function checkAccess(): void {
    $access = AccessResult::allowedIfHasPermission($this->currentUser, BusinessRolePolicy::ACCOUNT_MAILS);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
  }

}
