<?php

namespace Drupal\sw_base\Model;

use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * A label that carries its own French text and follows the interface language.
 *
 * Model files are the only source of these labels, so they never reach the
 * translation system.
 */
final class ModelLabel extends TranslatableMarkup {

  /**
   * @param array<string, string> $label
   *   The texts keyed by language code; `en` is the fallback.
   */
  public static function fromArray(array $label): self {
    // phpcs:ignore Drupal.Semantics.FunctionT.NotLiteralString
    return new self($label['en'] ?? reset($label) ?: '', [], ['texts' => $label]);
  }

  /**
   * {@inheritdoc}
   */
  public function render() {
    $texts = $this->getOption('texts') ?? [];
    $language = \Drupal::languageManager()->getCurrentLanguage()->getId();
    return $texts[$language] ?? $this->string;
  }

}
