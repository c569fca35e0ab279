<?php

namespace Drupal\sw_base\Storage;

use Drupal\user\UserStorage;

/**
 * Storage of users.
 */
final class ModelUserStorage extends UserStorage {

  use SkipsUnchangedSaves;

}
