<?php

namespace Drupal\sw_base\Password;

use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Text\TextFolding;
use Drupal\user\UserInterface;

/**
 * What a password must be, wherever it is set.
 *
 * The embedded backend and the console have the same rule and sentences in
 * services/platform/password-rule.ts.
 */
final class PasswordRule {

  private const SHORTEST = 8;

  public const LONGEST = 255;

  /**
   * The common passwords as keys, once read.
   *
   * @var array<array-key, int>|null
   */
  private ?array $common = NULL;

  private const FILE = __DIR__ . '/../../data/common-passwords.txt';

  private const PRODUCT = 'SoftWhere';

  private const SHORTEST_WORD = 3;

  public function __construct(private readonly EntityModelRepository $models) {}

  /**
   * The first thing that is wrong with a password, as a sentence.
   *
   * @param mixed $given
   *   What was sent.
   * @param string $name
   *   The sign-in name of the user.
   * @param string $brand
   *   The name of the user's brand.
   */
  public function problem(mixed $given, string $name, string $brand = ''): ?string {
    if (!is_string($given)) {
      return 'The password must be a text.';
    }
    // Sign-in forms take such blanks away.
    if (preg_match('/^[\x{09}-\x{0d}\x{feff}\p{Z}]|[\x{09}-\x{0d}\x{feff}\p{Z}]$/Du', $given)) {
      return 'The password must not begin or end with a blank.';
    }
    $length = mb_strlen($given);
    if ($length < self::SHORTEST) {
      return 'The password needs at least ' . self::SHORTEST . ' characters.';
    }
    if ($length > self::LONGEST) {
      return 'The password can have at most ' . self::LONGEST . ' characters.';
    }
    $lower = mb_strtolower($given);
    if ($lower === mb_strtolower($name)) {
      return 'The password must not be the sign-in name.';
    }
    if ($this->isCommon($lower)) {
      return 'The password is one of the most common ones.';
    }
    return $this->isMadeOfNames($given, $brand) ? 'The password must be more than names of the product, the brand and roles.' : NULL;
  }

  /**
   * The same for a password of somebody who is stored, or about to be.
   */
  public function problemOf(mixed $given, UserInterface $account): ?string {
    $brand = $account->hasField('brand') ? $account->get('brand')->entity?->label() : NULL;
    return $this->problem($given, (string) $account->getAccountName(), (string) $brand);
  }

  /**
   * Whether everybody tries it first.
   */
  private function isCommon(string $lower): bool {
    $this->common ??= array_flip((array) file(self::FILE, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES));
    return isset($this->common[$lower]);
  }

  /**
   * Whether there are no letters but those of names that everybody here knows.
   *
   * Figures and signs around them are what everybody tries.
   */
  private function isMadeOfNames(string $given, string $brand): bool {
    $names = [self::PRODUCT, $brand];
    foreach ($this->models->get()->roles as $name => $role) {
      array_push($names, $name, ...array_values($role['label']));
    }
    $words = array_filter(array_unique(array_map($this->letters(...), $names)), fn (string $word) => mb_strlen($word) >= self::SHORTEST_WORD);
    return preg_match('/^(?:' . implode('|', $words) . ')+$/Du', $this->letters($given)) === 1;
  }

  /**
   * What is left of a text that is folded and has its letters alone.
   */
  private function letters(string $text): string {
    return (string) preg_replace('/[^\p{L}]/u', '', TextFolding::fold($text));
  }

}
