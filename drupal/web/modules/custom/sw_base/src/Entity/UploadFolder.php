<?php

namespace Drupal\sw_base\Entity;

/**
 * Where uploads go: a folder of the brand, and in it one that nobody can guess.
 */
final class UploadFolder {

  /**
   * The values of the tokens in a file field's folder.
   *
   * @param array<string, string> $tokens
   *   Tokens as they stand in the text, by name.
   *
   * @return array<string, string>
   *   What replaces them.
   */
  public static function tokens(array $tokens): array {
    $values = [];
    foreach ($tokens as $name => $token) {
      $values[$token] = match ($name) {
        'brand' => self::brand(),
        'random' => bin2hex(random_bytes(4)),
        default => '',
      };
    }
    return $values;
  }

  /**
   * The UUID of the signed-in user's brand.
   */
  private static function brand(): string {
    $brand_id = \Drupal::service('sw_base.actors')->current()->brandId;
    return (string) (\Drupal::service('sw_base.journal_values')->uuid('sw_brand', $brand_id) ?? 'platform');
  }

}
