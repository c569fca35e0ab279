<?php

namespace Drupal\sw_tenant\Scope;

/**
 * Whose rows the code that runs now may see.
 */
enum ScopeKind {

  /**
   * The platform's own code: every row.
   */
  case System;

  /**
   * A user of a brand: the brand's rows.
   */
  case Brand;

  /**
   * A user without a brand: no tenant rows, with the exceptions of the platform permission.
   */
  case Platform;

  /**
   * Nobody: no rows.
   */
  case None;

}
