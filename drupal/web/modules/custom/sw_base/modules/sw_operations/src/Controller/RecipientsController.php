<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Component\Uuid\Uuid;
use Drupal\Core\Access\AccessResult;
use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_operations\Query\RecipientQuery;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * For the service that tells people of changes: who may be told, and where.
 */
final class RecipientsController implements ContainerInjectionInterface {

  private const PERMISSION = 'send notifications';

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TypeAccess $typeAccess,
    private readonly AccountInterface $currentUser,
    private readonly ModelInSight $inSight,
    private readonly RecipientQuery $recipients,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self(
      $container->get('sw_base.model'),
      $container->get('sw_base.type_access'),
      $container->get('current_user'),
      $container->get('sw_base.in_sight'),
      $container->get('sw_operations.recipients'),
    );
  }

  /**
   * Answers the route.
   */
  public function handle(Request $request): Response {
    $access = AccessResult::allowedIfHasPermission($this->currentUser, self::PERMISSION);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
    $question = $this->question($request);
    $access = $this->typeAccess->check($question['type'], 'view', $this->currentUser);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
    return Envelope::ofMeta(['recipients' => $this->recipients->get($question['type'], $question['ids'], $question['users'], $question['permissions'])]);
  }

  /**
   * @return array{type: string, ids: list<string>, users: list<string>, permissions: list<string>}
   *   What was asked.
   */
  private function question(Request $request): array {
    $body = json_decode((string) $request->getContent(), TRUE);
    if (json_last_error() !== JSON_ERROR_NONE) {
      throw new BadRequestHttpException((string) $request->getContent() === '' ? 'Empty request body.' : 'Syntax error');
    }
    $meta = is_array($body) && is_array($body['meta'] ?? NULL) ? $body['meta'] : [];
    $type = is_string($meta['type'] ?? NULL) ? $meta['type'] : '';
    $permissions = $meta['permissions'] ?? [];
    $valid = $this->models->get()->type($type) !== NULL && $this->inSight->hasType($type)
      && $this->isUuids($meta['ids'] ?? NULL, 500)
      && $this->isUuids($meta['users'] ?? NULL, 100)
      && is_array($permissions) && array_is_list($permissions) && count($permissions) <= 10
      && array_filter($permissions, fn ($name) => !is_string($name) || mb_strlen($name) > 64) === [];
    if (!$valid) {
      throw new BadRequestHttpException('The request body must have "meta" with the "type" of an entity, 1 to 500 "ids", 1 to 100 "users" and at most 10 "permissions".');
    }
    return ['type' => $type, 'ids' => $meta['ids'], 'users' => $meta['users'], 'permissions' => $permissions];
  }

  /**
   * Whether the value is a list of UUIDs.
   */
  private function isUuids(mixed $value, int $most): bool {
    return is_array($value) && array_is_list($value) && $value !== [] && count($value) <= $most
      && array_filter($value, fn ($id) => !is_string($id) || !Uuid::isValid(strtolower($id))) === [];
  }

}
