<?php

namespace Drupal\sw_base\Password;

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

  public function __construct(private readonly string $file = __DIR__ . '/../../data/common-passwords.txt') {}

  /**
   * The first thing that is wrong with a password, as a sentence.
   *
   * @param mixed $given
   *   What was sent.
   * @param string $name
   *   The sign-in name of the user.
   */
  public function problem(mixed $given, string $name): ?string {
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
    return $this->isCommon($lower) ? 'The password is one of the most common ones.' : NULL;
  }

  /**
   * Whether everybody tries it first.
   */
  private function isCommon(string $lower): bool {
    $this->common ??= array_flip((array) file($this->file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES));
    return isset($this->common[$lower]);
  }

}
