<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityChangedInterface;

/**
 * A row of an entity type that a model file declares.
 */
interface ModelEntityInterface extends ContentEntityInterface, EntityChangedInterface {}
