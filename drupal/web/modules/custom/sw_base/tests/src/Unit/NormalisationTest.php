<?php

namespace Drupal\Tests\sw_base\Unit;

use Drupal\sw_base\Text\Normaliser;
use Drupal\sw_base\Text\PhoneNumber;
use Drupal\sw_base\Text\PlainText;
use Drupal\sw_base\Text\TextFolding;
use Drupal\Tests\UnitTestCase;

/**
 * The table of cases that the services' tests read too.
 */
final class NormalisationTest extends UnitTestCase {

  /**
   * Every writing of a number has one form.
   */
  public function testPhone(): void {
    foreach (self::cases('phone') as [$text, $country, $number]) {
      self::assertSame($number, PhoneNumber::of($text, $country), "$text in $country");
      if ($number !== NULL) {
        self::assertSame($number, PhoneNumber::of($number, $country), "$text again");
      }
    }
    foreach (self::cases('phoneParts') as [$text, $country, $start, $parts]) {
      self::assertSame($parts, PhoneNumber::parts($text, $country, $start), $text);
    }
  }

  /**
   * Texts, codes and addresses.
   */
  public function testTexts(): void {
    foreach (self::cases('text') as [$text, $plain]) {
      self::assertSame($plain, PlainText::of($text));
    }
    foreach (self::cases('code') as [$text, $code]) {
      self::assertSame($code, Normaliser::code($text));
    }
    foreach (self::cases('email') as [$text, $email]) {
      self::assertSame($email, Normaliser::email($text));
    }
    foreach (self::cases('fold') as [$text, $folded]) {
      self::assertSame($folded, TextFolding::fold($text));
    }
  }

  /**
   * @return list<list<mixed>>
   *   The cases of a kind.
   */
  private static function cases(string $kind): array {
    return json_decode((string) file_get_contents(__DIR__ . '/../../fixtures/normalisation.json'), TRUE, 512, JSON_THROW_ON_ERROR)[$kind];
  }

}
