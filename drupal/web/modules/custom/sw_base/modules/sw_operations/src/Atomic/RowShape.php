<?php

namespace Drupal\sw_operations\Atomic;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\jsonapi\Exception\EntityAccessDeniedHttpException;
use Drupal\jsonapi\ResourceType\ResourceType;
use Drupal\sw_operations\Exception\RowsFailureException;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

/**
 * Reads an operation that adds rows; what the values are worth is seen later.
 */
final class RowShape {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly LocalIds $localIds,
  ) {}

  /**
   * The fields, which the user may set.
   *
   * @return list<\Drupal\sw_operations\Atomic\RowField>
   *   One for each place of a row.
   */
  public function fields(ResourceType $resource_type, mixed $names): array {
    if (!is_array($names) || !array_is_list($names) || $names === []) {
      throw RowsFailureException::at('/fields', new BadRequestHttpException('The "fields" must be a list of names of fields.'));
    }
    $blank = $this->entityTypeManager->getStorage($resource_type->getEntityTypeId())->create();
    assert($blank instanceof ContentEntityInterface);
    $fields = [];
    foreach ($names as $index => $name) {
      try {
        if (!is_string($name)) {
          throw new BadRequestHttpException('The name of a field must be a text.');
        }
        if (array_search($name, $names, TRUE) < $index) {
          throw new BadRequestHttpException('The field ' . mb_substr($name, 0, 100) . ' is named twice.');
        }
        $fields[] = $this->field($resource_type, $blank, $name);
      }
      catch (HttpExceptionInterface $failure) {
        throw RowsFailureException::at("/fields/$index", $failure);
      }
    }
    return $fields;
  }

  /**
   * @param list<\Drupal\sw_operations\Atomic\RowField> $fields
   *   The fields.
   *
   * @return non-empty-list<list<mixed>>
   *   The rows; references are UUIDs, lists of them, or NULL.
   */
  public function rows(array $fields, mixed $rows): array {
    if (!is_array($rows) || !array_is_list($rows) || $rows === []) {
      throw RowsFailureException::at('/rows', new BadRequestHttpException('The "rows" must be a list of rows.'));
    }
    $references = array_filter($fields, fn (RowField $field) => $field->target !== NULL);
    $count = count($fields);
    foreach ($rows as $index => $row) {
      if (!is_array($row) || !array_is_list($row) || count($row) !== $count) {
        throw RowsFailureException::at("/rows/$index", new BadRequestHttpException("A row must be a list of $count values, one for each field."));
      }
      foreach ($references as $at => $field) {
        try {
          $rows[$index][$at] = $this->linkage($field, $row[$at]);
        }
        catch (HttpExceptionInterface $failure) {
          throw RowsFailureException::at("/rows/$index/$at", $failure);
        }
      }
    }
    return $rows;
  }

  /**
   * A field of the type, which the user may set.
   */
  private function field(ResourceType $resource_type, ContentEntityInterface $blank, string $name): RowField {
    if ($name === 'id') {
      return new RowField('id', 'uuid');
    }
    $field = $resource_type->getFieldByPublicName($name);
    if ($field === NULL || !$field->isFieldEnabled()) {
      throw new UnprocessableEntityHttpException(sprintf('The attribute %s does not exist on the %s resource type.', mb_substr($name, 0, 100), $resource_type->getTypeName()));
    }
    $access = $blank->get($field->getInternalName())->access('edit', NULL, TRUE);
    if (!$access->isAllowed()) {
      throw new EntityAccessDeniedHttpException(NULL, $access, '', sprintf('The current user is not allowed to POST the selected field (%s).', $name));
    }
    $target = $resource_type->getRelatableResourceTypes()[$name][0] ?? NULL;
    return new RowField($name, $field->getInternalName(), $target?->getTypeName());
  }

  /**
   * One row, several where the field may hold several, or none.
   */
  private function linkage(RowField $field, mixed $value): string|array|null {
    if ($value === NULL) {
      return NULL;
    }
    if (is_array($value) && array_is_list($value) && $value !== []) {
      return array_map(fn (mixed $one) => $this->uuid($field, $one), $value);
    }
    return $this->uuid($field, $value);
  }

  /**
   * The UUID of a row, which an earlier operation may have given a local id.
   */
  private function uuid(RowField $field, mixed $value): string {
    if (is_array($value) && isset($value['lid'])) {
      $value = $this->localIds->resolve(['type' => $field->target, 'lid' => $value['lid']])['id'];
    }
    if (!is_string($value) || $value === '') {
      throw new BadRequestHttpException("The value of \"$field->name\" must be the id of a row, {\"lid\"} or null.");
    }
    return strtolower($value);
  }

}
