<?php

namespace Drupal\sw_base\Journal;

/**
 * What happened to a row.
 */
enum Operation: string {

  case Create = 'create';
  case Update = 'update';
  case Delete = 'delete';

}
