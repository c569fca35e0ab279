<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Component\Uuid\UuidInterface;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * Local ids of one batch: names that stand for ids the client doesn't know yet.
 */
final class LocalIds {

  /**
   * UUIDs by type and local id.
   *
   * @var array<string, string>
   */
  private array $ids = [];

  public function __construct(private readonly UuidInterface $uuid) {}

  /**
   * Forgets the batch before.
   */
  public function reset(): void {
    $this->ids = [];
  }

  /**
   * Gives a new resource object an id, and its local id the same.
   *
   * @param array<string, mixed> $data
   *   The resource object.
   *
   * @return array<string, mixed>
   *   The resource object without a local id.
   */
  public function define(array $data): array {
    if (array_key_exists('lid', $data)) {
      $key = $this->key($data);
      if (isset($this->ids[$key])) {
        throw new BadRequestHttpException('The local id was already given to another resource.');
      }
      $data['id'] ??= $this->uuid->generate();
      if (is_string($data['id'])) {
        $this->ids[$key] = $data['id'];
      }
      unset($data['lid']);
    }
    return $data;
  }

  /**
   * Replaces the local ids in a resource object's relationships.
   *
   * @param array<string, mixed> $data
   *   The resource object.
   *
   * @return array<string, mixed>
   *   The same with ids.
   */
  public function resolveRelationships(array $data): array {
    foreach (is_array($data['relationships'] ?? NULL) ? $data['relationships'] : [] as $name => $relationship) {
      $linkage = is_array($relationship) ? ($relationship['data'] ?? NULL) : NULL;
      if (is_array($linkage)) {
        $data['relationships'][$name]['data'] = array_is_list($linkage) ? array_map($this->resolve(...), $linkage) : $this->resolve($linkage);
      }
    }
    return $data;
  }

  /**
   * Replaces the local id of an identifier.
   */
  public function resolve(mixed $identifier): mixed {
    if (!is_array($identifier) || !array_key_exists('lid', $identifier)) {
      return $identifier;
    }
    $id = $this->ids[$this->key($identifier)] ?? NULL;
    if ($id === NULL) {
      throw new BadRequestHttpException('The local id was not given to a resource before.');
    }
    unset($identifier['lid']);
    return ['id' => $id] + $identifier;
  }

  /**
   * Local ids are unique within their type.
   */
  private function key(array $identifier): string {
    if (!is_string($identifier['lid']) || !is_string($identifier['type'] ?? NULL)) {
      throw new BadRequestHttpException('A local id and its type must be strings.');
    }
    return $identifier['type'] . "\n" . $identifier['lid'];
  }

}
