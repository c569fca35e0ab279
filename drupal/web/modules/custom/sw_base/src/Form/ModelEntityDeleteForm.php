<?php

namespace Drupal\sw_base\Form;

use Drupal\Core\Entity\ContentEntityDeleteForm;

/**
 * Deletes a row of a model type.
 */
final class ModelEntityDeleteForm extends ContentEntityDeleteForm {}
