<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Entity\Display\EntityDisplayInterface;
use Drupal\Core\Entity\EntityFieldManagerInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Field\FieldConfigInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\language\ConfigurableLanguageManagerInterface;
use Drupal\sw_base\Access\TypeAccess;

/**
 * The fields that site builders added to a type, in the words of the model.
 */
final class SiteFields {

  private const LANGUAGES = ['fr', 'en'];

  /**
   * Kinds of the model by field type; fields of other types have none.
   */
  private const KINDS = [
    'string' => 'string',
    'string_long' => 'text',
    'email' => 'email',
    'integer' => 'integer',
    'decimal' => 'decimal',
    'boolean' => 'boolean',
    'timestamp' => 'datetime',
    'list_string' => 'list',
  ];

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly EntityFieldManagerInterface $fieldManager,
    private readonly ConfigFactoryInterface $configFactory,
    private readonly ConfigurableLanguageManagerInterface $languageManager,
    private readonly TypeAccess $typeAccess,
  ) {}

  /**
   * The fields the account may view, in the order of the form.
   *
   * @return list<array<string, mixed>>
   *   A description per field.
   */
  public function of(string $entity_type_id, AccountInterface $account): array {
    $access = $this->entityTypeManager->getAccessControlHandler($entity_type_id);
    $may_edit = $this->typeAccess->check($entity_type_id, 'edit', $account)->isAllowed();
    $fields = [];
    foreach ($this->inFormOrder($entity_type_id) as $name => $definition) {
      $kind = self::kind($definition);
      if ($kind !== NULL && $access->fieldAccess('view', $definition, $account)) {
        $fields[] = [
          'name' => $name,
          'kind' => $kind,
          'multiple' => $definition->getFieldStorageDefinition()->isMultiple(),
          'required' => $definition->isRequired(),
          'editable' => $may_edit && $access->fieldAccess('edit', $definition, $account),
        ] + $this->settings($definition, $kind) + $this->texts($definition);
      }
    }
    return $fields;
  }

  /**
   * Names of the fields that are stored because of configuration.
   *
   * @return list<string>
   *   Field names.
   */
  public function names(string $entity_type_id): array {
    return array_keys($this->definitions($entity_type_id));
  }

  /**
   * The model's word for the kind of a field, or NULL.
   */
  private static function kind(FieldDefinitionInterface $definition): ?string {
    if ($definition->getType() === 'datetime') {
      return $definition->getSetting('datetime_type') === 'date' ? 'date' : 'datetime';
    }
    return self::KINDS[$definition->getType()] ?? NULL;
  }

  /**
   * @return array<string, \Drupal\Core\Field\FieldConfigInterface>
   *   Fields by name.
   */
  private function definitions(string $entity_type_id): array {
    return array_filter(
      $this->fieldManager->getFieldDefinitions($entity_type_id, $entity_type_id),
      fn (FieldDefinitionInterface $definition, string $name) => $definition instanceof FieldConfigInterface && str_starts_with($name, 'field_'),
      ARRAY_FILTER_USE_BOTH,
    );
  }

  /**
   * @return array<string, \Drupal\Core\Field\FieldConfigInterface>
   *   Fields by name; those that the form hides come last.
   */
  private function inFormOrder(string $entity_type_id): array {
    $definitions = $this->definitions($entity_type_id);
    $display = $this->entityTypeManager->getStorage('entity_form_display')->load("$entity_type_id.$entity_type_id.default");
    $weight = fn (string $name) => $display instanceof EntityDisplayInterface ? ($display->getComponent($name)['weight'] ?? PHP_INT_MAX) : 0;
    uksort($definitions, fn (string $a, string $b) => [$weight($a), $a] <=> [$weight($b), $b]);
    return $definitions;
  }

  /**
   * @return array<string, int>
   *   What the kind is further described by.
   */
  private function settings(FieldConfigInterface $definition, string $kind): array {
    return match ($kind) {
      'decimal' => ['scale' => (int) $definition->getSetting('scale')],
      'string' => ['max_length' => (int) $definition->getSetting('max_length')],
      default => [],
    };
  }

  /**
   * @return array<string, mixed>
   *   Labels, help and options in each language.
   */
  private function texts(FieldConfigInterface $definition): array {
    $storage = $definition->getFieldStorageDefinition();
    $texts = [
      'labels' => $this->translations($definition->getConfigDependencyName(), 'label'),
      'help' => $this->translations($definition->getConfigDependencyName(), 'description'),
      'options' => [],
    ];
    if ($definition->getType() === 'list_string' && method_exists($storage, 'getConfigDependencyName')) {
      $name = $storage->getConfigDependencyName();
      foreach ($this->configFactory->getEditable($name)->get('settings.allowed_values') ?? [] as $index => $option) {
        $texts['options'][] = [
          'value' => (string) $option['value'],
          'labels' => $this->translations($name, "settings.allowed_values.$index.label"),
        ];
      }
    }
    return $texts;
  }

  /**
   * @return array<string, string>
   *   A text of the configuration by language.
   */
  private function translations(string $config_name, string $key): array {
    // Without the overrides of the language that the reader happens to use.
    $own = (string) $this->configFactory->getEditable($config_name)->get($key);
    $texts = [];
    foreach (self::LANGUAGES as $langcode) {
      $texts[$langcode] = (string) ($this->languageManager->getLanguageConfigOverride($langcode, $config_name)->get($key) ?? $own);
    }
    return $texts;
  }

}
