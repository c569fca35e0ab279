<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\File\Event\FileUploadSanitizeNameEvent;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;

/**
 * File names without what other systems take for folders, orders or nothing.
 */
final class UploadNames implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // Before core looks at extensions.
    return [FileUploadSanitizeNameEvent::class => ['onSanitize', 100]];
  }

  /**
   * Backslashes separate folders elsewhere; marks of direction hide the real extension.
   */
  public function onSanitize(FileUploadSanitizeNameEvent $event): void {
    $name = $event->getFilename();
    $plain = preg_replace([
      '/^.*\\\\/s',
      '/[\p{Cc}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]/u',
      '/^[\s.]+|[\s.]+$/u',
    ], '', $name);
    if (is_string($plain) && $plain !== $name) {
      $event->setFilename($plain === '' ? 'file' : $plain);
    }
  }

}
