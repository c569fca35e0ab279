<?php

namespace Drupal\sw_base\Model;

/**
 * One field of the model, defaults filled in.
 */
final class ModelField {

  /**
   * @param array<string, string> $label
   *   The texts keyed by language code.
   * @param array<string, array<string, string>> $values
   *   Allowed machine values and their labels, in display order.
   * @param array<string, string> $help
   *   The texts below the field in forms, keyed by language code.
   * @param list<string> $extensions
   *   Allowed file extensions, without dot.
   * @param array{field: string, schemas: array<string, string>}|null $schemaBy
   *   How the row says which shape a JSON value has.
   * @param list<string> $country
   *   Paths to the country in which telephone numbers are dialled.
   * @param array<string, string> $valueModules
   *   The modules of values that not the field's own module brings.
   * @param array{field: string, values: array<string, list<string>>}|null $valuesBy
   *   Which of the values go with the row's value of another list.
   * @param string|null $was
   *   The field's name before.
   * @param array<string, string> $valuesWere
   *   Values of before to those that rows have instead.
   */
  public function __construct(
    public readonly string $name,
    public readonly string $type,
    public readonly array $label,
    public readonly string $module,
    public readonly bool $required = FALSE,
    public readonly bool $multiple = FALSE,
    public readonly bool $immutable = FALSE,
    public readonly bool $secret = FALSE,
    public readonly string|int|float|bool|null $default = NULL,
    public readonly ?int $maxLength = NULL,
    public readonly ?string $pattern = NULL,
    public readonly int|float|null $min = NULL,
    public readonly int|float|null $max = NULL,
    public readonly ?int $precision = NULL,
    public readonly ?int $scale = NULL,
    public readonly array $values = [],
    public readonly ?string $target = NULL,
    public readonly array $extensions = [],
    public readonly ?string $maxSize = NULL,
    public readonly ?string $viewPermission = NULL,
    public readonly ?string $editPermission = NULL,
    public readonly array $help = [],
    public readonly bool $searchable = FALSE,
    public readonly ?string $format = NULL,
    public readonly ?string $schema = NULL,
    public readonly ?array $schemaBy = NULL,
    public readonly array $country = [],
    public readonly array $valueModules = [],
    public readonly ?array $valuesBy = NULL,
    public readonly ?string $was = NULL,
    public readonly array $valuesWere = [],
    public readonly ?string $stamp = NULL,
  ) {}

  /**
   * @param array<string, mixed> $source
   *   The field as written in a model file.
   */
  public static function fromSource(string $name, string $module, array $source): self {
    return new self(
      name: $name,
      type: $source['type'],
      label: $source['label'] ?? ['en' => $name],
      module: $module,
      required: $source['required'] ?? FALSE,
      multiple: $source['multiple'] ?? FALSE,
      immutable: $source['immutable'] ?? FALSE,
      secret: $source['secret'] ?? FALSE,
      default: $source['default'] ?? NULL,
      maxLength: $source['max_length'] ?? NULL,
      pattern: $source['pattern'] ?? NULL,
      min: $source['min'] ?? NULL,
      max: $source['max'] ?? NULL,
      precision: $source['precision'] ?? NULL,
      scale: $source['scale'] ?? NULL,
      values: $source['values'] ?? [],
      target: $source['target'] ?? ($source['type'] === 'file' ? 'file' : NULL),
      extensions: $source['extensions'] ?? [],
      maxSize: $source['max_size'] ?? NULL,
      viewPermission: $source['view'] ?? NULL,
      editPermission: $source['edit'] ?? NULL,
      help: $source['help'] ?? [],
      searchable: isset($source['search']),
      format: $source['format'] ?? NULL,
      schema: $source['schema'] ?? NULL,
      schemaBy: $source['schema_by'] ?? NULL,
      country: $source['country'] ?? [],
      valueModules: $source['value_modules'] ?? [],
      valuesBy: $source['values_by'] ?? NULL,
      was: $source['was'] ?? NULL,
      valuesWere: $source['values_were'] ?? [],
      stamp: $source['stamp'] ?? NULL,
    );
  }

  /**
   * Whether the value is a text that is normalised; names of time zones and modules count as they are written.
   */
  public function isText(): bool {
    return in_array($this->type, ['string', 'text', 'email'], TRUE) && !in_array($this->format, ['time_zone', 'module'], TRUE);
  }

  /**
   * Whether the value is words: sorted and searched without regard to accents.
   */
  public function isFolded(): bool {
    return in_array($this->type, ['string', 'text'], TRUE) && !$this->multiple && !$this->secret && $this->pattern === NULL && $this->format === NULL;
  }

  /**
   * Whether the value is a row of another type.
   */
  public function isReference(): bool {
    return $this->target !== NULL;
  }

}
