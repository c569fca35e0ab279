<?php

namespace Drupal\sw_base\Text;

/**
 * Texts without what nobody sees.
 *
 * The services have the same in TypeScript (platform/plain-text.ts).
 */
final class PlainText {

  /**
   * Blanks of every kind, within a character class.
   */
  public const BLANK = '\x{9}-\x{D} \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}';

  /**
   * Signs of width zero, of direction, of control but for lines and tabs, and byte order marks.
   */
  private const UNSEEN = '\x{0}-\x{8}\x{B}\x{C}\x{E}-\x{1F}\x{7F}-\x{9F}\x{AD}\x{61C}\x{180E}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}';

  /**
   * Composed, without invisible signs and without blanks around.
   */
  public static function of(string $text): string {
    $blank = self::BLANK;
    return (string) preg_replace("/^[$blank]+|[$blank]+$/uD", '', self::visible($text));
  }

  /**
   * Composed and without invisible signs; blanks stay, for parts of texts.
   */
  public static function visible(string $text): string {
    if (preg_match('/^[\t\n\r\x20-\x7E]*$/D', $text) === 1) {
      return $text;
    }
    // Joiners beside Latin letters and figures; emoji and other scripts are written with them.
    $beside = '\p{Latin}\p{N}\p{P}' . self::BLANK;
    $seen = preg_replace([
      '/[' . self::UNSEEN . ']/u',
      "/(?:(?<=^)|(?<=[$beside]))[\x{200C}\x{200D}]+|[\x{200C}\x{200D}]+(?=$|[$beside])/uD",
    ], '', $text);
    return is_string($seen) ? (\Normalizer::normalize($seen, \Normalizer::FORM_C) ?: $seen) : $text;
  }

}
