<?php

namespace Drupal\sw_tenant\Check;

/**
 * What a check of the references found.
 */
final class ReferenceReport {

  /**
   * How many references were looked at.
   */
  public int $checked = 0;

  /**
   * How many of them are wrong.
   */
  public int $wrong = 0;

  /**
   * The wrong ones in words, the first of each field.
   *
   * @var list<string>
   */
  public array $lines = [];

}
