<?php

namespace Drupal\sw_base\Text;

use Drupal\Core\Database\Connection;

/**
 * What is alike to a French reader: case, accents, ligatures, apostrophes and dashes.
 *
 * Lists sort by it, and search in it; it never says that two texts are one. The
 * services have the same in TypeScript (platform/fold.ts).
 */
final class TextFolding {

  /**
   * Letters that no accent explains, and signs that people don't tell apart.
   */
  private const ALIKE = [
    'œ' => 'OE',
    'Œ' => 'OE',
    'æ' => 'AE',
    'Æ' => 'AE',
    'ß' => 'SS',
    'ø' => 'O',
    'Ø' => 'O',
    'ł' => 'L',
    'Ł' => 'L',
    '’' => "'",
    '‘' => "'",
    'ʼ' => "'",
    '′' => "'",
    '`' => "'",
    '‐' => '-',
    '‑' => '-',
    '–' => '-',
    '—' => '-',
    "\u{A0}" => ' ',
    "\u{202F}" => ' ',
  ];

  /**
   * The connections of SQLite that know the function.
   *
   * @var \WeakMap<object, bool>|null
   */
  private static ?\WeakMap $prepared = NULL;

  /**
   * The folded text.
   */
  public static function fold(string $text): string {
    if (preg_match('/^[\x00-\x5F\x61-\x7F]*$/D', $text) === 1) {
      return strtoupper($text);
    }
    $apart = \Normalizer::normalize($text, \Normalizer::FORM_D);
    return mb_strtoupper(strtr((string) preg_replace('/[\x{300}-\x{36F}]/u', '', is_string($apart) ? $apart : $text), self::ALIKE));
  }

  /**
   * The same as an expression of the database; one order and one likeness on all of them.
   *
   * @param \Drupal\Core\Database\Connection $database
   *   The database.
   * @param string $column
   *   The column, as [table].[name].
   */
  public static function expression(Connection $database, string $column): string {
    if ($database->driver() === 'sqlite') {
      self::prepare($database);
      return "SW_FOLD($column)";
    }
    $folded = $column;
    if ($database->driver() === 'pgsql') {
      // Brackets would be names to Drupal: the marks stand alone.
      $folded = "REGEXP_REPLACE(NORMALIZE($column::text, NFD), U&'\\0300|\\0301|\\0302|\\0303|\\0308|\\030A|\\030C|\\0327|\\0328|\\0304|\\0306|\\0307|\\030B', '', 'g')";
    }
    foreach (self::ALIKE as $letter => $plain) {
      $folded = "REPLACE($folded, '$letter', '" . str_replace("'", "''", $plain) . "')";
    }
    return $database->driver() === 'pgsql'
      // Most texts have no other letters.
      ? "(CASE WHEN OCTET_LENGTH($column::text) = CHAR_LENGTH($column::text) THEN UPPER(REPLACE($column::text, '`', '''')) ELSE UPPER($folded) END COLLATE \"C\")"
      // This collation knows letters without case and accents, and no more.
      : "(CONVERT($folded USING utf8mb4) COLLATE utf8mb4_general_ci)";
  }

  /**
   * Gives SQLite the function.
   */
  private static function prepare(Connection $database): void {
    $pdo = $database->getClientConnection();
    self::$prepared ??= new \WeakMap();
    if ($pdo instanceof \PDO && !isset(self::$prepared[$pdo])) {
      $pdo->sqliteCreateFunction('SW_FOLD', static fn (mixed $text) => $text === NULL ? NULL : self::fold((string) $text), 1, \PDO::SQLITE_DETERMINISTIC);
      self::$prepared[$pdo] = TRUE;
    }
  }

}
