<?php

/**
 * @file
 * Compares, exports and imports configuration. Run it with scripts/drupal/config.mjs.
 */

use Drupal\Core\Config\ConfigImporter;
use Drupal\Core\Config\ConfigImporterException;
use Drupal\Core\Config\FileStorage;
use Drupal\Core\Config\StorageComparer;
use Drupal\Core\Config\StorageCopyTrait;

require __DIR__ . '/boot.php';
[, $action, $directory] = $argv;

/**
 * Core's way of copying a storage with everything it holds.
 */
final class ConfigurationCopy {

  use StorageCopyTrait;

  /**
   * Replaces what the target holds.
   */
  public static function copy($source, $target): void {
    self::replaceStorageContents($source, $target);
  }

}

$files = new FileStorage($directory);
if ($action === 'export') {
  ConfigurationCopy::copy(\Drupal::service('config.storage.export'), $files);
  echo count($files->listAll()) . " exported\n";
  exit(0);
}

if ($action === 'import') {
  if ($files->listAll() === []) {
    fwrite(STDERR, "$directory holds no configuration.\n");
    exit(2);
  }
  // A site that was installed by itself has ids of its own, for itself and for what its profile brought.
  // It becomes the site of the files: theirs replace them, where it is about the same thing.
  $active = \Drupal::service('config.storage');
  $site = $files->read('system.site');
  if ($site['uuid'] !== $active->read('system.site')['uuid']) {
    foreach ($active->listAll() as $name) {
      $mine = $active->read($name);
      $theirs = $files->read($name);
      if (isset($mine['uuid'], $theirs['uuid']) && $mine['uuid'] !== $theirs['uuid']) {
        $active->write($name, ['uuid' => $theirs['uuid']] + $mine);
      }
    }
    drupal_flush_all_caches();
  }
}

$sync = \Drupal::service('config.import_transformer')->transform($files);
$comparer = new StorageComparer($sync, \Drupal::service('config.storage'));
$comparer->createChangelist();
if (!$comparer->hasChanges()) {
  echo "no differences\n";
  exit(0);
}

if ($action === 'status') {
  $count = 0;
  foreach ($comparer->getAllCollectionNames() as $collection) {
    foreach ($comparer->getChangelist(NULL, $collection) as $operation => $names) {
      foreach ($names as $name) {
        echo str_pad($operation, 8) . ($collection === '' ? '' : "$collection ") . "$name\n";
        $count++;
      }
    }
  }
  echo "$count differences\n";
  exit(1);
}

$importer = new ConfigImporter(
  $comparer,
  \Drupal::service('event_dispatcher'),
  \Drupal::service('config.manager'),
  \Drupal::service('lock.persistent'),
  \Drupal::service('config.typed'),
  \Drupal::moduleHandler(),
  \Drupal::service('module_installer'),
  \Drupal::service('theme_handler'),
  \Drupal::service('string_translation'),
  \Drupal::service('extension.list.module'),
  \Drupal::service('extension.list.theme'),
);
try {
  $importer->import();
}
catch (ConfigImporterException $exception) {
  fwrite(STDERR, $exception->getMessage() . "\n" . implode("\n", $importer->getErrors()) . "\n");
  exit(1);
}
drupal_flush_all_caches();
foreach ($importer->getErrors() as $error) {
  fwrite(STDERR, "$error\n");
}
echo "imported\n";
exit($importer->getErrors() === [] ? 0 : 1);
