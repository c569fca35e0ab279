<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Entity\SiteFields;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

/**
 * The fields that site builders added to a type of the model.
 */
final class SiteFieldsController implements ContainerInjectionInterface {

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly TypeAccess $typeAccess,
    private readonly SiteFields $siteFields,
    private readonly AccountInterface $currentUser,
    private readonly ModelInSight $inSight,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self(
      $container->get('sw_base.model'),
      $container->get('sw_base.type_access'),
      $container->get('sw_base.site_fields'),
      $container->get('current_user'),
      $container->get('sw_base.in_sight'),
    );
  }

  /**
   * Answers the route.
   */
  public function handle(string $entity_type_id): Response {
    if (!$this->models->get()->covers($entity_type_id) || !$this->inSight->hasType($entity_type_id)) {
      throw new NotFoundHttpException('The entity type does not exist.');
    }
    $access = $this->typeAccess->check($entity_type_id, 'view', $this->currentUser);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
    return Envelope::ofMeta(['fields' => $this->siteFields->of($entity_type_id, $this->currentUser)]);
  }

}
