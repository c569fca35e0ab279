<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\file\Validation\FileValidationEvent;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\Validator\ConstraintViolation;

/**
 * A file without a byte is a mishap of who sends it: it is refused.
 */
final class EmptyUploads implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [FileValidationEvent::class => 'onValidate'];
  }

  /**
   * Files that are stored already stay as they are.
   */
  public function onValidate(FileValidationEvent $event): void {
    if ($event->file->isNew() && (int) $event->file->getSize() === 0) {
      $sentence = sprintf('The file %s is empty.', $event->file->getFilename());
      $event->violations->add(new ConstraintViolation($sentence, NULL, [], $event->file, 'filesize', 0));
    }
  }

}
