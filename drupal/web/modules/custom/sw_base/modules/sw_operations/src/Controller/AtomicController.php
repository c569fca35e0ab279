<?php

namespace Drupal\sw_operations\Controller;

use Drupal\Core\Database\Connection;
use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Journal\JournalWriter;
use Drupal\sw_base\Storage\BatchRows;
use Drupal\sw_base\Storage\PeriodKeeper;
use Drupal\sw_operations\Atomic\LocalIds;
use Drupal\sw_operations\Atomic\OperationExecutor;
use Drupal\sw_operations\Atomic\OperationTargets;
use Drupal\sw_operations\Atomic\ProgressFile;
use Drupal\sw_operations\Atomic\Removals;
use Drupal\sw_operations\EventSubscriber\ExceptionSubscriber;
use Drupal\sw_operations\Exception\AtomicFailureException;
use Drupal\sw_operations\Response\Envelope;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\HttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\HttpKernel\Exception\UnsupportedMediaTypeHttpException;

/**
 * JSON:API's Atomic Operations: many writes, one transaction.
 */
final class AtomicController implements ContainerInjectionInterface {

  private const EXTENSION = 'https://jsonapi.org/ext/atomic';

  private const MEDIA_TYPE = 'application/vnd.api+json; ext="' . self::EXTENSION . '"';

  private const MAX_OPERATIONS = 10000;

  private const MAX_ROWS = 50000;

  private const MAX_BYTES = 64 * 1024 * 1024;

  /**
   * Rows are looked up for that many operations at a time.
   */
  private const LOOK_AHEAD = 200;

  public function __construct(
    private readonly Connection $database,
    private readonly OperationExecutor $executor,
    private readonly LocalIds $localIds,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly ExceptionSubscriber $exceptions,
    private readonly JournalWriter $journal,
    private readonly BatchRows $rows,
    private readonly OperationTargets $targets,
    private readonly ProgressFile $progress,
    private readonly AccountInterface $currentUser,
    private readonly Removals $removals,
    private readonly PeriodKeeper $periods,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self(
      $container->get('database'),
      $container->get('sw_operations.executor'),
      $container->get('sw_operations.lids'),
      $container->get('entity_type.manager'),
      $container->get('sw_operations.exceptions'),
      $container->get('sw_base.journal'),
      $container->get('sw_base.batch_rows'),
      $container->get('sw_operations.targets'),
      $container->get('sw_operations.progress'),
      $container->get('current_user'),
      $container->get('sw_operations.removals'),
      $container->get('sw_base.periods'),
    );
  }

  /**
   * Answers the operations route.
   */
  public function handle(Request $request): Response {
    if (!str_contains((string) $request->headers->get('Content-Type'), self::EXTENSION)) {
      throw new UnsupportedMediaTypeHttpException('The content type must be ' . self::MEDIA_TYPE . '.');
    }
    if ((int) $request->headers->get('Content-Length') > self::MAX_BYTES) {
      // PHP itself has read none of it.
      throw new HttpException(413, 'The request body is larger than ' . self::MAX_BYTES . ' bytes.');
    }
    $operations = $this->operations($request);
    $minimal = preg_match('/\breturn=minimal\b/', (string) $request->headers->get('Prefer')) === 1;
    set_time_limit(600);
    $rows = self::countRows($operations);
    $this->startProgress($request, count($operations) + array_sum($rows) - count($rows));
    try {
      $results = $this->run($operations, $minimal);
      $this->progress->finish(ProgressFile::STATE_DONE);
    }
    finally {
      $this->progress->finish(ProgressFile::STATE_FAILED);
    }
    $content = json_encode([
      'jsonapi' => Envelope::jsonapi(),
      'atomic:results' => array_map(fn (array $result) => $result ?: new \stdClass(), $results),
    ], Envelope::ENCODING);
    return new Response($content, 200, ['Content-Type' => self::MEDIA_TYPE, 'Cache-Control' => 'private, no-store']);
  }

  /**
   * Lets the client ask how far its request is, when it gave it a name.
   */
  private function startProgress(Request $request, int $total): void {
    $request_id = JournalWriter::sentRequestId($request);
    if ($request_id !== NULL) {
      $this->progress->start((int) $this->currentUser->id(), $request_id, $total);
      // A session that is due to be stored would have to wait, when the client asks, for the transaction to end.
      $request->hasSession() && $request->getSession()->save();
    }
  }

  /**
   * @return list<mixed>
   *   The operations, not yet looked at.
   */
  private function operations(Request $request): array {
    $body = json_decode((string) $request->getContent(), TRUE);
    if (json_last_error() !== JSON_ERROR_NONE) {
      throw new BadRequestHttpException((string) $request->getContent() === '' ? 'Empty request body.' : 'Syntax error');
    }
    $operations = is_array($body) ? ($body['atomic:operations'] ?? NULL) : NULL;
    if (!is_array($operations) || !array_is_list($operations) || $operations === []) {
      throw new BadRequestHttpException('The request body must have a list "atomic:operations" with at least one operation.');
    }
    if (count($operations) > self::MAX_OPERATIONS) {
      throw new BadRequestHttpException('A request may hold at most ' . self::MAX_OPERATIONS . ' operations.');
    }
    if (array_sum(self::countRows($operations)) > self::MAX_ROWS) {
      throw new BadRequestHttpException('A request may hold at most ' . self::MAX_ROWS . ' rows.');
    }
    return \Drupal::service('sw_operations.json_attributes')->operations($operations, (string) $request->getContent());
  }

  /**
   * @param list<mixed> $operations
   *   The operations.
   *
   * @return list<int>
   *   How many rows each operation has that adds rows.
   */
  private static function countRows(array $operations): array {
    $counts = [];
    foreach ($operations as $operation) {
      if (is_array($operation) && ($operation['op'] ?? NULL) === 'add-rows' && is_array($operation['rows'] ?? NULL)) {
        $counts[] = count($operation['rows']);
      }
    }
    return $counts;
  }

  /**
   * @param list<mixed> $operations
   *   The operations.
   *
   * @return list<array<string, mixed>>
   *   Their results.
   */
  private function run(array $operations, bool $minimal): array {
    $this->localIds->reset();
    $this->removals->begin();
    $this->periods->begin();
    $transaction = $this->database->startTransaction();
    try {
      return $this->journal->batch(fn () => $this->runAll($operations, $minimal));
    }
    catch (\Throwable $throwable) {
      $transaction->rollBack();
      // Memory still holds rows that were never written.
      $this->entityTypeManager->useCaches(FALSE);
      $this->entityTypeManager->useCaches(TRUE);
      \Drupal::service('entity.memory_cache')->deleteAll();
      throw $throwable;
    }
    finally {
      $this->removals->end();
      $this->periods->end();
      $this->rows->forgetAll();
    }
  }

  /**
   * @param list<mixed> $operations
   *   The operations.
   *
   * @return list<array<string, mixed>>
   *   Their results.
   */
  private function runAll(array $operations, bool $minimal): array {
    $results = [];
    foreach ($operations as $index => $operation) {
      if ($index % self::LOOK_AHEAD === 0) {
        $this->rows->expect($this->targets->of(array_slice($operations, $index, self::LOOK_AHEAD)));
      }
      try {
        $results[] = $this->executor->execute($this->prepare($operation), $index, $minimal);
        // Rows were counted while they were added.
        $this->progress->advance($operation['op'] === 'add-rows' ? 0 : 1);
      }
      catch (\Throwable $throwable) {
        throw new AtomicFailureException($index, $throwable instanceof HttpExceptionInterface ? $throwable : $this->exceptions->presentable($throwable));
      }
    }
    $this->periods->follow();
    $this->removals->check();
    return $results;
  }

  /**
   * @return array<string, mixed>
   *   A well-formed operation with ids for local ids.
   */
  private function prepare(mixed $operation): array {
    if (!is_array($operation) || !in_array($operation['op'] ?? NULL, ['add', 'add-rows', 'update', 'remove'], TRUE)) {
      throw new BadRequestHttpException('The "op" of an operation must be "add", "add-rows", "update" or "remove".');
    }
    if ($operation['op'] === 'add-rows') {
      return $operation;
    }
    if (isset($operation['href'])) {
      throw new BadRequestHttpException('Operations name their target with "ref", not "href".');
    }
    foreach (['ref', 'data'] as $member) {
      if (isset($operation[$member]) && (!is_array($operation[$member]) || ($operation[$member] !== [] && array_is_list($operation[$member])))) {
        throw new BadRequestHttpException("The \"$member\" of an operation must be an object.");
      }
    }
    if (isset($operation['ref']['relationship'])) {
      throw new BadRequestHttpException('Operations on relationships are not supported: update the resource.');
    }
    if ($operation['op'] !== 'remove' && !isset($operation['data'])) {
      throw new BadRequestHttpException('The operation needs "data".');
    }
    if ($operation['op'] === 'remove' && !isset($operation['ref'])) {
      throw new BadRequestHttpException('The operation needs "ref".');
    }
    $operation['op'] === 'remove' && $this->checkMeta($operation['ref']['meta'] ?? NULL);
    return $this->withIds($operation);
  }

  /**
   * What the reference of a removal may say besides its target.
   */
  private function checkMeta(mixed $meta): void {
    if ($meta !== NULL && (!is_array($meta) || ($meta !== [] && array_is_list($meta)))) {
      throw new BadRequestHttpException('The "meta" of a reference must be an object.');
    }
    if (isset($meta['version']) && !is_int($meta['version'])) {
      throw new BadRequestHttpException('The "version" must be an integer.');
    }
    if (isset($meta['undo']) && !is_string($meta['undo'])) {
      throw new BadRequestHttpException('The "undo" must be the id of a request.');
    }
    if (isset($meta['leave_references']) && !is_bool($meta['leave_references'])) {
      throw new BadRequestHttpException('The "leave_references" must be true or false.');
    }
  }

  /**
   * @return array<string, mixed>
   *   The operation with ids for local ids.
   */
  private function withIds(array $operation): array {
    if ($operation['op'] === 'add') {
      $operation['data'] = $this->localIds->resolveRelationships($this->localIds->define($operation['data']));
      unset($operation['ref']);
      return $operation;
    }
    if (isset($operation['ref'])) {
      $operation['ref'] = $this->localIds->resolve($operation['ref']);
    }
    if (isset($operation['data'])) {
      $operation['data'] = $this->localIds->resolveRelationships($this->localIds->resolve($operation['data']));
    }
    return $operation;
  }

}
