<?php

namespace Drupal\sw_base\Password;

use Drupal\Core\Password\PhpPassword;

/**
 * Hashes whole passwords: bcrypt looks at 72 bytes, core refuses more than 512.
 */
final class ExactPassword extends PhpPassword {

  private const BCRYPT_BYTES = 72;

  /**
   * {@inheritdoc}
   */
  public function hash(#[\SensitiveParameter] $password) {
    return parent::hash($this->fitting($password));
  }

  /**
   * {@inheritdoc}
   */
  public function check(#[\SensitiveParameter] $password, #[\SensitiveParameter] $hash) {
    return parent::check($this->fitting($password), $hash);
  }

  /**
   * The password, or what stands for a long one.
   */
  private function fitting(#[\SensitiveParameter] string $password): string {
    return strlen($password) <= self::BCRYPT_BYTES ? $password : base64_encode(hash('sha384', $password, TRUE));
  }

}
