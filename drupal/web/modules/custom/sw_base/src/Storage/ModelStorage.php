<?php

namespace Drupal\sw_base\Storage;

use Drupal\Core\Entity\Sql\SqlContentEntityStorage;

/**
 * Storage of the model's own types.
 */
final class ModelStorage extends SqlContentEntityStorage {

  use SkipsUnchangedSaves;

}
