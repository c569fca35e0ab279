<?php

namespace Drupal\sw_operations\Response;

use Drupal\Core\Session\ResponseKeepSessionOpenInterface;
use Symfony\Component\HttpFoundation\Response;

/**
 * An answer whose session is closed already: core must not open and store it once more.
 */
final class UnsessionedResponse extends Response implements ResponseKeepSessionOpenInterface {}
