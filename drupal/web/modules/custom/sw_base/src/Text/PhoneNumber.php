<?php

namespace Drupal\sw_base\Text;

use libphonenumber\NumberParseException;
use libphonenumber\PhoneNumber as ParsedNumber;
use libphonenumber\PhoneNumberFormat;
use libphonenumber\PhoneNumberUtil;
use libphonenumber\ValidationResult;

/**
 * One form for every writing of a telephone number.
 *
 * The services have the same in TypeScript (platform/phone.ts), and one table
 * of cases for both.
 */
final class PhoneNumber {

  /**
   * Countries that share the French numbering plan.
   */
  private const FRENCH_PLAN = ['FR', 'GP', 'BL', 'MF', 'MQ', 'GF', 'RE', 'YT', 'TF'];

  private const FRENCH_CODES = ['33', '590', '594', '596', '262'];

  /**
   * First figures after the zero, and their calling code; the rest is mainland's.
   *
   * 06 39 98 is the mainland's range for invented numbers, the rest of 06 39
   * Mayotte's. 0700 begins the longer numbers of machines.
   */
  private const TERRITORIES = [
    '/^63998/' => '33',
    '/^(590|69[01]|7090|9475|7005)/' => '590',
    '/^(594|694|7093[0-4]|9476|7006)/' => '594',
    '/^(596|69[67]|7091|9477|7007)/' => '596',
    '/^(26[239]|639|69[23]|7092|7093[5-9]|947[89]|7008)/' => '262',
  ];

  /**
   * Short numbers as 17, 112, 3631 and 118 218, which are dialled as they are.
   */
  private const SHORT = '/^(1[578]|11\d|19[167]|10\d\d|3\d{3}|11[68]\d{3})$/D';

  /**
   * E.164, or the figures of a short number; NULL where the text can be none.
   *
   * @param string $text
   *   What somebody wrote.
   * @param string $country
   *   Where a number without a country is dialled.
   */
  public static function of(string $text, string $country = 'FR'): ?string {
    $figures = self::figures($text);
    if ($figures === NULL || strlen($figures) > 20) {
      return NULL;
    }
    if ($figures[0] === '+') {
      return self::international($figures);
    }
    if (in_array($country, self::FRENCH_PLAN, TRUE)) {
      $own = preg_match(self::SHORT, $figures) === 1 ? $figures : self::french((string) preg_replace('/^0/', '', $figures));
      if ($own !== NULL) {
        return $own;
      }
    }
    else {
      $parsed = self::parse($figures, $country);
      // With its zero it was meant as a number; without, only what exists is one.
      if ($parsed !== NULL && ($figures[0] === '0' ? self::isPossible($parsed) : PhoneNumberUtil::getInstance()->isValidNumber($parsed))) {
        return self::format($parsed);
      }
    }
    // 33612345678: the plus is gone.
    if (preg_match('/^[1-9]\d{10,14}$/D', $figures) !== 1) {
      return NULL;
    }
    $parsed = self::parse("+$figures");
    return self::frenchAbroad($figures) ?? ($parsed !== NULL && PhoneNumberUtil::getInstance()->isValidNumber($parsed) ? self::format($parsed) : NULL);
  }

  /**
   * What a part of a number may be in stored ones, besides the part as it is written.
   *
   * @return list<string>
   *   Texts; of the beginnings of numbers where $start.
   */
  public static function parts(string $text, string $country = 'FR', bool $start = FALSE): array {
    $whole = self::of($text, $country);
    if ($whole !== NULL) {
      return [$whole];
    }
    $figures = self::figures($text);
    if ($figures === NULL) {
      return [];
    }
    if ($figures[0] === '+') {
      return [$figures];
    }
    $national = (string) preg_replace('/^0/', '', $figures);
    if ($national === '') {
      return [];
    }
    if (!$start) {
      return [$national];
    }
    $codes = in_array($country, self::FRENCH_PLAN, TRUE) ? self::FRENCH_CODES : [];
    return [...array_map(fn (string $code) => "+$code$national", $codes), $figures];
  }

  /**
   * Figures alone, after a plus where the text is international; NULL where other signs say that it is no number.
   */
  private static function figures(string $text): ?string {
    $plain = (string) preg_replace('/^tel:/i', '', PlainText::of($text));
    $blank = PlainText::BLANK;
    if (preg_match("/^\(?[$blank]*(\+|00)/u", $plain) === 1) {
      // +33 (0)6…: the zero is not dialled.
      $plain = (string) preg_replace("/\([$blank]*0[$blank]*\)/u", '', $plain, 1);
    }
    $bare = (string) preg_replace("/[$blank.()\/\-\x{2010}-\x{2015}\x{B7}\x{2022}_]/u", '', $plain);
    if (preg_match('/^\+?\d+$/D', $bare) !== 1) {
      return NULL;
    }
    return str_starts_with($bare, '00') ? '+' . substr($bare, 2) : $bare;
  }

  /**
   * A number with its country.
   */
  private static function international(string $figures): ?string {
    $own = self::frenchAbroad(substr($figures, 1));
    if ($own !== NULL) {
      return $own;
    }
    if (str_starts_with($figures, '+33') && preg_match(self::SHORT, substr($figures, 3)) === 1) {
      return substr($figures, 3);
    }
    foreach (self::FRENCH_CODES as $code) {
      if (str_starts_with($figures, "+$code")) {
        return NULL;
      }
    }
    $parsed = self::parse($figures);
    return $parsed !== NULL && self::isPossible($parsed) ? self::format($parsed) : NULL;
  }

  /**
   * A number of the French plan, given without its zero.
   */
  private static function french(string $national): ?string {
    if (preg_match('/^508\d{6}$/D', $national) === 1) {
      return "+$national";
    }
    // Machines: 14 figures with the zero on the mainland, 13 overseas.
    if (preg_match('/^([1-9]\d{8}|700[0-4]\d{9}|700[5-8]\d{8})$/D', $national) !== 1) {
      return NULL;
    }
    foreach (self::TERRITORIES as $start => $code) {
      if (preg_match($start, $national) === 1) {
        return "+$code$national";
      }
    }
    return "+33$national";
  }

  /**
   * The French number of an international writing, whichever of the plan's calling codes it has.
   */
  private static function frenchAbroad(string $figures): ?string {
    foreach (self::FRENCH_CODES as $code) {
      if (str_starts_with($figures, $code)) {
        return self::french((string) preg_replace('/^0/', '', substr($figures, strlen($code))));
      }
    }
    return NULL;
  }

  /**
   * What the library reads.
   */
  private static function parse(string $figures, ?string $country = NULL): ?ParsedNumber {
    try {
      return PhoneNumberUtil::getInstance()->parse($figures, $country);
    }
    catch (NumberParseException) {
      return NULL;
    }
  }

  /**
   * Whether a number of that length exists in its country.
   */
  private static function isPossible(ParsedNumber $number): bool {
    return PhoneNumberUtil::getInstance()->isPossibleNumberWithReason($number) === ValidationResult::IS_POSSIBLE;
  }

  /**
   * As E.164.
   */
  private static function format(ParsedNumber $number): string {
    return PhoneNumberUtil::getInstance()->format($number, PhoneNumberFormat::E164);
  }

}
