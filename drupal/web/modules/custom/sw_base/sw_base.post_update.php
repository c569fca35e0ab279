<?php

/**
 * @file
 * Updates that need the whole system.
 */

/**
 * Makes values of the texts in fields that hold JSON now.
 */
function sw_base_post_update_json_fields(): string {
  return implode(' ', \Drupal::service('sw_base.text_conversion')->run());
}

/**
 * Brings the texts, codes and telephone numbers of older rows into their one form.
 */
function sw_base_post_update_normalised_texts(array &$sandbox): string {
  return \Drupal::service('sw_base.stored_texts')->step($sandbox);
}
