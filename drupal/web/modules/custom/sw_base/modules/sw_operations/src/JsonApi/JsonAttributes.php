<?php

namespace Drupal\sw_operations\JsonApi;

use Drupal\sw_base\Json\JsonText;
use Drupal\sw_base\Model\EntityModelRepository;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

/**
 * Turns the values of JSON fields in what was sent into their texts.
 *
 * Core reads a body into arrays, in which an empty object and an empty list are
 * the same, and looks for field properties in them.
 */
final class JsonAttributes {

  /**
   * The request's attribute that says that its body has texts already.
   */
  public const CONVERTED = '_sw_json_converted';

  private const ENCODING = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_PARTIAL_OUTPUT_ON_ERROR;

  public function __construct(private readonly EntityModelRepository $models) {}

  /**
   * The body of a request that holds one resource object of a type.
   */
  public function body(Request $request, string $entity_type_id): string {
    $content = (string) $request->getContent();
    $names = $request->attributes->has(self::CONVERTED) ? [] : $this->names($entity_type_id);
    if ($names === [] || !is_array(json_decode($content, TRUE))) {
      return $content;
    }
    $document = $this->decode($content);
    $texts = $this->texts($document->data->attributes ?? NULL, $names);
    foreach ($texts as $name => $text) {
      $document->data->attributes->$name = $text;
    }
    return $texts === [] ? $content : (string) json_encode($document, self::ENCODING);
  }

  /**
   * @param list<mixed> $operations
   *   The operations as core reads them.
   * @param string $content
   *   The body that they come from.
   *
   * @return list<mixed>
   *   The operations with texts in place of the values of JSON fields.
   */
  public function operations(array $operations, string $content): array {
    $names = array_filter(array_map($this->sentNames(...), $operations));
    $places = array_filter(array_map($this->placesInRows(...), $operations));
    if ($names === [] && $places === []) {
      return $operations;
    }
    // What core reads as a list may have been an object with figures for names.
    $sent = (array) $this->decode($content)->{'atomic:operations'};
    foreach ($places as $index => $columns) {
      foreach ((array) $sent[$index]->rows as $row => $values) {
        foreach (array_intersect_key((array) $values, array_flip($columns)) as $at => $value) {
          $operations[$index]['rows'][$row][$at] = $value === NULL ? NULL : JsonText::of($value);
        }
      }
    }
    foreach ($names as $index => $fields) {
      $texts = $this->texts($sent[$index]->data->attributes ?? NULL, $fields);
      $operations[$index]['data']['attributes'] = $texts + $operations[$index]['data']['attributes'];
    }
    return $operations;
  }

  /**
   * @return list<string>
   *   The JSON fields that an operation has a value for.
   */
  private function sentNames(mixed $operation): array {
    $data = is_array($operation) ? ($operation['data'] ?? NULL) : NULL;
    $type = is_array($data) ? ($operation['ref']['type'] ?? $data['type'] ?? NULL) : NULL;
    $attributes = is_array($data['attributes'] ?? NULL) ? $data['attributes'] : [];
    $names = is_string($type) && $attributes !== [] ? $this->names(explode('--', $type)[0]) : [];
    return array_values(array_filter($names, fn (string $name) => isset($attributes[$name])));
  }

  /**
   * @return list<int>
   *   Where JSON fields stand in the rows of an operation that adds rows.
   */
  private function placesInRows(mixed $operation): array {
    $type = is_array($operation) && ($operation['op'] ?? NULL) === 'add-rows' ? ($operation['type'] ?? NULL) : NULL;
    $is_sound = is_string($type) && is_array($operation['fields'] ?? NULL) && array_is_list($operation['fields']) && is_array($operation['rows'] ?? NULL) && array_is_list($operation['rows']);
    return $is_sound ? array_keys(array_intersect(array_map(fn (mixed $name) => is_string($name) ? $name : '', $operation['fields']), $this->names(explode('--', $type)[0]))) : [];
  }

  /**
   * @param list<string> $names
   *   JSON fields.
   *
   * @return array<string, string>
   *   The texts of those that have a value.
   */
  private function texts(mixed $attributes, array $names): array {
    $texts = [];
    foreach ($attributes instanceof \stdClass ? $names : [] as $name) {
      if (isset($attributes->$name)) {
        $texts[$name] = JsonText::of($attributes->$name);
      }
    }
    return $texts;
  }

  /**
   * @return list<string>
   *   The JSON fields of a type.
   */
  private function names(string $entity_type_id): array {
    $names = [];
    foreach ($this->models->get()->fieldsOf($entity_type_id) as $name => $field) {
      if ($field->type === 'json') {
        $names[] = $name;
      }
    }
    return $names;
  }

  /**
   * The body with objects as objects.
   */
  private function decode(string $content): mixed {
    $document = json_decode($content);
    if (json_last_error() === JSON_ERROR_INVALID_PROPERTY_NAME) {
      throw new UnprocessableEntityHttpException('Text must not contain the character NUL.');
    }
    return $document;
  }

}
