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
