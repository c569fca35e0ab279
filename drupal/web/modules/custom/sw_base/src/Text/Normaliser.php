<?php

namespace Drupal\sw_base\Text;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Entity\SiteFields;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelField;

/**
 * The one form in which a field's texts are stored and compared, on every way in.
 *
 * The services have the same in TypeScript (platform/normalise.ts).
 */
final class Normaliser {

  private const TYPES = ['string' => 'string', 'string_long' => 'text', 'email' => 'email'];

  /**
   * Rows that were normalised for their check and are not saved yet.
   *
   * @var \WeakMap<\Drupal\Core\Entity\ContentEntityInterface, true>
   */
  private readonly \WeakMap $checked;

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly ActorRepository $actors,
  ) {
    $this->checked = new \WeakMap();
  }

  /**
   * The last look before a row is saved: a form builds its row again after the check.
   */
  public function beforeSave(ContentEntityInterface $entity): void {
    if (!isset($this->checked[$entity])) {
      $this->normalise($entity);
    }
    unset($this->checked[$entity]);
  }

  /**
   * Normalises the texts of a row, which is about to be checked and saved.
   */
  public function normalise(ContentEntityInterface $entity): void {
    $model = $this->models->get();
    if (!$model->covers($entity->getEntityTypeId())) {
      return;
    }
    $this->checked[$entity] = TRUE;
    $fields = $model->fieldsOf($entity->getEntityTypeId());
    foreach ($entity->getFieldDefinitions() as $name => $definition) {
      $field = $fields[$name] ?? (str_starts_with($name, 'field_') ? self::siteField($name, $definition->getType()) : NULL);
      if ($field === NULL || !($field->isText() || $field->type === 'external_id')) {
        continue;
      }
      $items = $entity->get($name);
      $is_emptied = FALSE;
      foreach ($items as $item) {
        $values = $item->getValue();
        foreach ($field->type === 'external_id' ? ['system', 'value'] : ['value'] as $property) {
          $text = $values[$property] ?? NULL;
          $normal = is_string($text) ? $this->text($field, $text, fn () => $this->countryOf($entity, $field)) : $text;
          if ($normal !== $text) {
            $item->set($property, $normal);
            $is_emptied = $is_emptied || $normal === '';
          }
        }
      }
      if ($is_emptied) {
        $items->filterEmptyItems();
      }
    }
  }

  /**
   * One text of a field.
   *
   * @param \Drupal\sw_base\Model\ModelField $field
   *   The field.
   * @param string $text
   *   What was written.
   * @param callable(): string $country
   *   Says where telephone numbers are dialled.
   */
  public function text(ModelField $field, string $text, callable $country): string {
    return match (TRUE) {
      $field->type === 'email' => self::email($text),
      $field->format === 'phone' => PhoneNumber::of($text, $country()) ?? PlainText::of($text),
      $field->format === 'code' => self::code($text),
      default => PlainText::of($text),
    };
  }

  /**
   * The texts of which a stored one may have a part, where the person typed $part.
   *
   * @return non-empty-list<string>
   *   The texts.
   */
  public function parts(ModelField $field, string $part, bool $start): array {
    $more = match ($field->format) {
      'phone' => PhoneNumber::parts($part, $this->country(), $start),
      'code' => [self::code($part)],
      default => [],
    };
    $parts = array_values(array_unique(array_filter([PlainText::visible($part), ...$more], fn (string $one) => $one !== '')));
    return $parts === [] ? [''] : $parts;
  }

  /**
   * The country of the signed-in user's brand.
   */
  public function country(): string {
    $brand = $this->actors->current()->brandId;
    return $brand === NULL ? 'FR' : $this->brandCountry($brand);
  }

  /**
   * A field that a site builder added, as one of the model; NULL where it holds no text.
   */
  public static function siteField(string $name, string $type): ?ModelField {
    return isset(self::TYPES[$type]) ? new ModelField($name, self::TYPES[$type], [], SiteFields::class) : NULL;
  }

  /**
   * The domain has no letter case; what stands before it is the mail server's own matter.
   */
  public static function email(string $text): string {
    $plain = (string) preg_replace('/^mailto:/i', '', PlainText::of($text));
    $at = strrpos($plain, '@');
    return $at === FALSE ? mb_strtolower($plain) : substr($plain, 0, $at) . mb_strtolower(substr($plain, $at));
  }

  /**
   * A code is as it is written; blanks between figures only group them.
   */
  public static function code(string $text): string {
    $plain = PlainText::of($text);
    $blank = PlainText::BLANK;
    return preg_match("/^[0-9$blank]+$/uD", $plain) === 1 ? (string) preg_replace("/[$blank]/u", '', $plain) : $plain;
  }

  /**
   * The first country that the field's paths lead to, else the brand's.
   */
  private function countryOf(ContentEntityInterface $entity, ModelField $field): string {
    foreach ($field->country as $path) {
      $at = $entity;
      $steps = explode('.', $path);
      $last = array_pop($steps);
      foreach ($steps as $step) {
        $at = $at?->hasField($step) ? $at->get($step)->entity : NULL;
        $at = $at instanceof ContentEntityInterface ? $at : NULL;
      }
      $country = $at?->hasField($last) ? $at->get($last)->value : NULL;
      if (is_string($country) && $country !== '') {
        return $country;
      }
    }
    $brand = $entity->hasField('brand') ? $entity->get('brand')->target_id : NULL;
    return $brand === NULL ? $this->country() : $this->brandCountry((int) $brand);
  }

  /**
   * The country of a brand.
   */
  private function brandCountry(int $brand): string {
    $row = $this->entityTypeManager->getStorage('sw_brand')->load($brand);
    $country = $row instanceof ContentEntityInterface ? $row->get('country')->value : NULL;
    return is_string($country) && $country !== '' ? $country : 'FR';
  }

}
