<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityInterface;

/**
 * Saves in one transaction with the journal; a save that changes nothing does nothing.
 */
trait SkipsUnchangedSaves {

  /**
   * {@inheritdoc}
   */
  public function save(EntityInterface $entity) {
    if (!$entity instanceof ContentEntityInterface) {
      return parent::save($entity);
    }
    \Drupal::service('sw_base.normaliser')->beforeSave($entity);
    if (!$entity->isNew()) {
      $stored = StoredRow::load($entity);
      if ($stored !== NULL && \Drupal::service('sw_base.differ')->changedFields($entity, $stored) === []) {
        StoredRow::set($entity, NULL);
        return SAVED_UPDATED;
      }
    }
    return $this->inTransaction($entity, function () use ($entity) {
      $this->refuseStale($entity);
      $this->refuseDuplicate($entity);
      return parent::save($entity);
    });
  }

  /**
   * {@inheritdoc}
   */
  public function delete(array $entities) {
    $first = reset($entities);
    if ($first instanceof ContentEntityInterface) {
      $this->inTransaction($first, fn () => parent::delete($entities));
    }
  }

  /**
   * Takes the journal's lock first.
   *
   * A transaction that starts with a read and then writes can fail at once on
   * SQLite, and two of them can wait for each other elsewhere.
   */
  private function inTransaction(ContentEntityInterface $entity, callable $callback): mixed {
    $transaction = $this->database->startTransaction();
    try {
      \Drupal::service('sw_base.journal')->lock($entity);
      return $callback();
    }
    catch (\Throwable $throwable) {
      $transaction->rollBack();
      if (!$entity->isNew()) {
        $this->resetCache([$entity->id()]);
      }
      throw $throwable;
    }
  }

  /**
   * The same rule as in validation, now that nobody else writes.
   */
  private function refuseDuplicate(ContentEntityInterface $entity): void {
    $type = \Drupal::service('sw_base.model')->get()->type($entity->getEntityTypeId());
    if ($type?->writable) {
      foreach (\Drupal::service('sw_base.rule.unique')->check($type, $entity, StoredRow::of($entity)) as $violation) {
        throw new DuplicateKeyException($entity, $violation);
      }
    }
  }

  /**
   * The last look before the write, at a row nobody else can change now.
   */
  private function refuseStale(ContentEntityInterface $entity): void {
    $read = StoredRow::of($entity);
    if ($entity->isNew() || $read === NULL) {
      return;
    }
    $stored = $this->database->select($this->dataTable ?: $this->baseTable, 't')
      ->fields('t', ['version'])->condition($this->idKey, $entity->id())->forUpdate()->execute()->fetchField();
    if ((int) $stored !== (int) $read->get('version')->value) {
      throw new StaleWriteException($entity);
    }
  }

}
