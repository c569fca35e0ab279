<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Component\Serialization\Json;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Cache\CacheableResponseInterface;
use Drupal\Core\Database\IntegrityConstraintViolationException;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityInterface;
use Drupal\Core\Entity\EntityStorageInterface;
use Drupal\Core\Entity\FieldableEntityInterface;
use Drupal\Core\Entity\Query\QueryInterface;
use Drupal\Core\Http\Exception\CacheableBadRequestHttpException;
use Drupal\jsonapi\Controller\EntityResource;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\JsonApiResource\JsonApiDocumentTopLevel;
use Drupal\jsonapi\JsonApiResource\ResourceIdentifier;
use Drupal\jsonapi\Query\Filter;
use Drupal\jsonapi\Query\OffsetPage;
use Drupal\jsonapi\Query\Sort;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\sw_operations\Query\QueryGuard;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Exception\ConflictHttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

/**
 * JSON:API's controller with the contract's rules on versions, order, pages and bodies.
 */
final class ModelEntityResource extends EntityResource {

  private const SPARSE_SIZE_MAX = 500;

  private const OFFSET_MAX = 2000000000;

  /**
   * {@inheritdoc}
   */
  public function getCollection(ResourceType $resource_type, Request $request) {
    $access = \Drupal::service('sw_base.type_access')->check($resource_type->getEntityTypeId(), 'view', $this->user);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '/data');
    }
    $response = parent::getCollection($resource_type, $request);
    if ($response instanceof CacheableResponseInterface) {
      $response->addCacheableDependency($access);
    }
    return $response;
  }

  /**
   * {@inheritdoc}
   */
  public function getIndividual(EntityInterface $entity, Request $request) {
    \Drupal::service('sw_base.batch_rows')->found([$entity]);
    return parent::getIndividual($entity, $request);
  }

  /**
   * {@inheritdoc}
   */
  public function createIndividual(ResourceType $resource_type, Request $request) {
    $request = $this->withJsonTexts($resource_type, $request);
    $document = Json::decode((string) $request->getContent());
    if (is_array($document) && is_array($document['data'] ?? NULL) && isset($document['data']['attributes']['version'])) {
      if ($document['data']['attributes']['version'] !== 1) {
        throw new UnprocessableEntityHttpException('version: A new resource has version 1.');
      }
      unset($document['data']['attributes']['version']);
      // An empty PHP array would be written as a list.
      $document['data']['attributes'] = $document['data']['attributes'] ?: new \stdClass();
      $request = $this->withContent($request, (string) json_encode($document));
    }
    if (is_string($document['data']['id'] ?? NULL)) {
      $this->refuseUsedId($resource_type, $document['data']['id']);
    }
    if ($resource_type->getEntityTypeId() === 'user') {
      \Drupal::service('sw_operations.password_gate')->check($document, NULL);
    }
    try {
      return parent::createIndividual($resource_type, $request);
    }
    catch (\Exception $exception) {
      throw $this->isIntegrityViolation($exception) ? new ConflictHttpException('Conflict: Entity already exists.') : $exception;
    }
  }

  /**
   * A new row as its document says, not saved; whether others have its id and keys is left to the caller.
   */
  public function draft(ResourceType $resource_type, Request $request): ContentEntityInterface {
    $entity = $this->read($resource_type, $request);
    \Drupal::service('sw_operations.validator')->validate($entity, NULL, FALSE);
    return $entity;
  }

  /**
   * A new row as its document says, however wrong.
   */
  public function read(ResourceType $resource_type, Request $request): ContentEntityInterface {
    $entity = $this->deserialize($resource_type, $request, JsonApiDocumentTopLevel::class);
    assert($entity instanceof ContentEntityInterface);
    return $entity;
  }

  /**
   * {@inheritdoc}
   */
  public function patchIndividual(ResourceType $resource_type, EntityInterface $entity, Request $request) {
    $request = $this->withJsonTexts($resource_type, $request);
    $document = Json::decode((string) $request->getContent());
    $sent = is_array($document) && is_array($document['data'] ?? NULL) && is_array($document['data']['attributes'] ?? NULL) ? ($document['data']['attributes']['version'] ?? NULL) : NULL;
    $this->checkVersion($entity, $request, $sent);
    if ($entity instanceof UserInterface) {
      \Drupal::service('sw_operations.password_gate')->check($document, $entity);
    }
    return parent::patchIndividual($resource_type, $entity, $request);
  }

  /**
   * {@inheritdoc}
   */
  public function deleteIndividual(EntityInterface $entity) {
    $this->checkVersion($entity, \Drupal::request());
    \Drupal::service('sw_operations.removals')->checkOne($entity);
    return parent::deleteIndividual($entity);
  }

  /**
   * {@inheritdoc}
   */
  public function addToRelationshipData(ResourceType $resource_type, FieldableEntityInterface $entity, $related, Request $request) {
    $this->checkVersion($entity, $request);
    return parent::addToRelationshipData($resource_type, $entity, $related, $request);
  }

  /**
   * {@inheritdoc}
   */
  public function replaceRelationshipData(ResourceType $resource_type, EntityInterface $entity, $related, Request $request) {
    $this->checkVersion($entity, $request);
    return parent::replaceRelationshipData($resource_type, $entity, $related, $request);
  }

  /**
   * {@inheritdoc}
   */
  public function removeFromRelationshipData(ResourceType $resource_type, EntityInterface $entity, $related, Request $request) {
    $this->checkVersion($entity, $request);
    return parent::removeFromRelationshipData($resource_type, $entity, $related, $request);
  }

  /**
   * {@inheritdoc}
   */
  protected static function validate(EntityInterface $entity, ?array $field_names = NULL) {
    if ($entity instanceof ContentEntityInterface) {
      \Drupal::service('sw_operations.validator')->validate($entity, $field_names);
    }
  }

  /**
   * {@inheritdoc}
   */
  protected function deserialize(ResourceType $resource_type, Request $request, $class, $relationship_field_name = NULL) {
    $document = json_decode((string) $request->getContent(), TRUE);
    if (json_last_error() === JSON_ERROR_NONE && (string) $request->getContent() !== '') {
      $shape = \Drupal::service('sw_operations.body_shape');
      if ($class === ResourceIdentifier::class) {
        $shape->checkRelationship($document, (string) $relationship_field_name);
      }
      else {
        $shape->checkResource($document);
        \Drupal::service('sw_operations.member_names')->check($resource_type, $document);
        \Drupal::service('sw_operations.linkage_types')->check($resource_type, $document);
      }
    }
    try {
      return parent::deserialize($resource_type, $request, $class, $relationship_field_name);
    }
    catch (HttpExceptionInterface $exception) {
      throw $exception;
    }
    catch (\Throwable) {
      // What is left are values that core can't turn into field values.
      throw new UnprocessableEntityHttpException('A value in the request body has the wrong type.');
    }
  }

  /**
   * {@inheritdoc}
   */
  protected function getCollectionQuery(ResourceType $resource_type, array $params, CacheableMetadata $query_cacheability) {
    if (isset($params[Sort::KEY_NAME])) {
      foreach ($params[Sort::KEY_NAME]->fields() as $field) {
        \Drupal::service('sw_operations.path_rights')->require($resource_type, $field[Sort::PATH_KEY]);
      }
    }
    if (isset($params[Sort::KEY_NAME])) {
      // Rows have no translations: core would ask for a column that isn't there.
      $params[Sort::KEY_NAME] = new Sort(array_map(fn (array $field) => array_diff_key($field, [Sort::LANGUAGE_KEY => 1]), $params[Sort::KEY_NAME]->fields()));
    }
    $filter = $params[Filter::KEY_NAME] ?? NULL;
    unset($params[Filter::KEY_NAME]);
    $query = parent::getCollectionQuery($resource_type, $params, $query_cacheability);
    if ($filter) {
      $query->condition($filter->queryCondition($query));
      QueryGuard::guard($filter, $query, $query_cacheability);
    }
    if (isset($params[Sort::KEY_NAME])) {
      foreach ($params[Sort::KEY_NAME]->fields() as $field) {
        \Drupal::service('sw_operations.path_rights')->requireSingle($resource_type, $field[Sort::PATH_KEY]);
      }
    }
    $id = $this->entityTypeManager->getDefinition($resource_type->getEntityTypeId())->getKey('id');
    $asked = array_column(isset($params[Sort::KEY_NAME]) ? $params[Sort::KEY_NAME]->fields() : [], Sort::PATH_KEY);
    // Rows that are equal in every asked key have one order; a key that is named twice has its last direction.
    return in_array($resource_type->getPublicName($id), $asked, TRUE) ? $query : $query->sort($id);
  }

  /**
   * {@inheritdoc}
   */
  protected function loadEntitiesWithAccess(EntityStorageInterface $storage, array $ids, $load_latest_revisions) {
    \Drupal::service('sw_base.batch_rows')->found($storage->loadMultiple($ids));
    return parent::loadEntitiesWithAccess($storage, $ids, $load_latest_revisions);
  }

  /**
   * {@inheritdoc}
   */
  protected function executeQueryInRenderContext(QueryInterface $query, CacheableMetadata $query_cacheability) {
    try {
      return parent::executeQueryInRenderContext($query, $query_cacheability);
    }
    catch (HttpExceptionInterface $exception) {
      throw $exception;
    }
    catch (\Throwable) {
      throw new CacheableBadRequestHttpException((new CacheableMetadata())->addCacheContexts(['url.query_args']), 'The filter or sort parameter cannot be applied.');
    }
  }

  /**
   * {@inheritdoc}
   */
  protected function getJsonApiParams(Request $request, ResourceType $resource_type) {
    $params = parent::getJsonApiParams($request, $resource_type);
    $page = $request->query->has('page') ? $request->query->all('page') : [];
    $sparse = $request->query->has('fields') && array_key_exists($resource_type->getTypeName(), $request->query->all('fields'));
    $maximum = $sparse ? self::SPARSE_SIZE_MAX : OffsetPage::SIZE_MAX;
    $limit = $page[OffsetPage::SIZE_KEY] ?? NULL;
    $size = $limit === NULL ? OffsetPage::SIZE_MAX : (is_numeric($limit) ? (int) min((float) $limit, $maximum) : $maximum);
    if ($size <= 0) {
      throw new CacheableBadRequestHttpException((new CacheableMetadata())->addCacheContexts(['url.query_args:page']), 'The page size needs to be a positive integer.');
    }
    $offset = $page[OffsetPage::OFFSET_KEY] ?? 0;
    $params[OffsetPage::KEY_NAME] = new OffsetPage(is_numeric($offset) ? (int) max(0, min((float) $offset, self::OFFSET_MAX)) : 0, $size);
    return $params;
  }

  /**
   * {@inheritdoc}
   */
  protected function entityExists(EntityInterface $entity) {
    // An id that was sent has been looked for in every brand, one that was made up here is new. The database has the
    // last word.
    return FALSE;
  }

  /**
   * The id of a row of another brand is as used as any other, and says no more.
   */
  private function refuseUsedId(ResourceType $resource_type, string $uuid): void {
    if (preg_match('/^[0-9a-f-]{36}$/iD', $uuid)) {
      $storage = $this->entityTypeManager->getStorage($resource_type->getEntityTypeId());
      if (\Drupal::service('sw_base.system_scope')->run(fn () => $storage->getQuery()->accessCheck(FALSE)->condition('uuid', $uuid)->range(0, 1)->execute())) {
        throw new ConflictHttpException('Conflict: Entity already exists.');
      }
    }
  }

  /**
   * Compares the version that the client sent with the stored one.
   */
  private function checkVersion(EntityInterface $entity, Request $request, mixed $sent = NULL): void {
    if ($entity instanceof ContentEntityInterface) {
      \Drupal::service('sw_operations.version_precondition')->check($entity, $request->headers->get('If-Match'), $sent);
    }
  }

  /**
   * The same request with the values of JSON fields as core's fields take them.
   */
  private function withJsonTexts(ResourceType $resource_type, Request $request): Request {
    $content = \Drupal::service('sw_operations.json_attributes')->body($request, $resource_type->getEntityTypeId());
    return $content === (string) $request->getContent() ? $request : $this->withContent($request, $content);
  }

  /**
   * The same request with another body.
   */
  private function withContent(Request $request, string $content): Request {
    $copy = $request->duplicate();
    $copy->initialize($request->query->all(), $request->request->all(), $request->attributes->all(), $request->cookies->all(), $request->files->all(), $request->server->all(), $content);
    $copy->setRequestFormat($request->getRequestFormat());
    return $copy;
  }

  /**
   * Whether the database refused a second row with the same key.
   */
  private function isIntegrityViolation(?\Throwable $exception): bool {
    return $exception !== NULL && ($exception instanceof IntegrityConstraintViolationException || $this->isIntegrityViolation($exception->getPrevious()));
  }

}
