<?php

namespace Drupal\sw_base\Json;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\sw_base\Access\ModelInSight;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;
use Opis\JsonSchema\Errors\ValidationError;
use Opis\JsonSchema\Validator;

/**
 * Whether JSON values have the shapes that the model gives them.
 */
final class JsonShapes {

  private const MOST_BYTES = 65536;

  private const MOST_LEVELS = 20;

  private const LONGEST_PLACE = 200;

  /**
   * Schemas as objects, by name: the library keeps what it made of each.
   *
   * @var array<string, object>
   */
  private array $schemas = [];

  private ?Validator $validator = NULL;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly ModelInSight $inSight,
  ) {}

  /**
   * The name of the value's shape; NULL while the row doesn't say which it is.
   */
  public function nameOf(ModelField $field, ContentEntityInterface $entity): ?string {
    if ($field->schemaBy === NULL) {
      return $field->schema;
    }
    $by = $field->schemaBy['field'];
    $value = (string) $entity->get($by)->value;
    $choices = $this->inSight->valuesOf($this->models->get()->fieldsOf($entity->getEntityTypeId())[$by]);
    return isset($choices[$value]) ? ($field->schemaBy['schemas'][$value] ?? NULL) : NULL;
  }

  /**
   * What is wrong with the text of a value, in one sentence; NULL when it fits.
   *
   * The sentence names the first place that doesn't fit, and is the same as the embedded backend's.
   */
  public function problem(string $text, ?string $schema): ?string {
    $value = JsonText::decode($text);
    if (json_last_error() !== JSON_ERROR_NONE) {
      return 'The value is not allowed here.';
    }
    if ($this->isDeeper($value, self::MOST_LEVELS)) {
      return 'The value has more than ' . self::MOST_LEVELS . ' levels.';
    }
    if (strlen($text) > self::MOST_BYTES) {
      return 'The value is larger than ' . self::MOST_BYTES / 1024 . ' KiB.';
    }
    $places = array_merge($this->unstorable($value, ''), $schema === NULL ? [] : $this->misfits($value, $schema));
    if ($places === []) {
      return NULL;
    }
    usort($places, fn (array $a, array $b) => JsonText::compare($this->key($a), $this->key($b)));
    [$pointer, $is_missing] = $places[0];
    $at = $pointer === '' ? '' : ' at ' . mb_substr($pointer, 0, self::LONGEST_PLACE);
    return "The value$at is " . ($is_missing ? 'missing.' : 'not allowed here.');
  }

  /**
   * Orders places: positions in lists by number, what is there before what is missing.
   *
   * @param array{string, bool} $place
   *   A pointer, and whether it leads to nothing.
   */
  private function key(array $place): string {
    return preg_replace_callback('/\d+/', fn (array $match) => str_pad($match[0], 20, '0', STR_PAD_LEFT), $place[0]) . ($place[1] ? ' 1' : ' 0');
  }

  /**
   * Whether lists and objects are nested deeper than that.
   */
  private function isDeeper(mixed $value, int $levels): bool {
    if (!is_array($value) && !$value instanceof \stdClass) {
      return FALSE;
    }
    foreach ($levels === 0 ? [] : (array) $value as $member) {
      if ($this->isDeeper($member, $levels - 1)) {
        return TRUE;
      }
    }
    return $levels === 0;
  }

  /**
   * Numbers and texts that don't come out of every database as they went in.
   *
   * @return list<array{string, bool}>
   *   Their places.
   */
  private function unstorable(mixed $value, string $pointer): array {
    if (is_int($value) || is_float($value)) {
      return JsonText::isSafe($value) ? [] : [[$pointer, FALSE]];
    }
    if (is_string($value)) {
      return str_contains($value, "\0") ? [[$pointer, FALSE]] : [];
    }
    $places = [];
    if (is_array($value) || $value instanceof \stdClass) {
      foreach ((array) $value as $name => $member) {
        array_push($places, ...(str_contains((string) $name, "\0") ? [[$pointer, FALSE]] : $this->unstorable($member, $pointer . '/' . $this->escaped($name))));
      }
    }
    return $places;
  }

  /**
   * @return list<array{string, bool}>
   *   Where the value doesn't fit its schema.
   */
  private function misfits(mixed $value, string $name): array {
    $this->schemas[$name] ??= json_decode((string) json_encode($this->models->get()->jsonSchemas[$name]));
    $this->validator ??= new Validator(NULL, PHP_INT_MAX, FALSE);
    $error = $this->validator->validate($value, $this->schemas[$name])->error();
    return $error === NULL ? [] : $this->places($error);
  }

  /**
   * @return list<array{string, bool}>
   *   The places of an error, or of those it is made of.
   */
  private function places(ValidationError $error): array {
    $path = $error->data()->fullPath();
    // Where a declared member doesn't fit, the library takes all of them for additional ones.
    $declared = $error->keyword() === 'additionalProperties' ? (array) ($error->schema()->info()->data()->properties ?? []) : [];
    if ($error->subErrors() !== []) {
      $errors = array_filter($error->subErrors(), fn (ValidationError $inner) => !isset($declared[$inner->data()->fullPath()[count($path)] ?? '']));
      return array_merge(...array_map($this->places(...), array_values($errors)));
    }
    $pointer = implode('', array_map(fn (string|int $step) => '/' . $this->escaped($step), $path));
    $names = match ($error->keyword()) {
      'required' => $error->args()['missing'],
      'additionalProperties' => array_diff($error->args()['properties'], array_keys($declared)),
      default => NULL,
    };
    return $names === NULL ? [[$pointer, FALSE]] : array_map(fn (string|int $step) => [
      $pointer . '/' . $this->escaped($step),
      $error->keyword() === 'required',
    ], array_values($names));
  }

  /**
   * A step of a JSON pointer.
   */
  private function escaped(string|int $name): string {
    return str_replace(['~', '/'], ['~0', '~1'], (string) $name);
  }

}
