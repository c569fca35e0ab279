<?php

/**
 * @file
 * Brings an installed site up to its code: core's own updates, then new types and fields of the entity model.
 *
 * Changed or removed fields are left to update hooks, which know what to do with the rows.
 */

use Drupal\Core\DrupalKernel;
use Drupal\Core\Entity\EntityDefinitionUpdateManagerInterface as Updates;
use Drupal\Core\Update\UpdateKernel;
use Drupal\softwhere\PendingUpdates;
use Drupal\softwhere\PlatformSetup;
use Symfony\Component\HttpFoundation\Request;

if (PHP_SAPI !== 'cli') {
  exit(1);
}

chdir(getenv('SW_DRUPAL_ROOT'));
$autoloader = require 'autoload.php';
$request = Request::create('http://localhost/');
// Core's own updates come first: until they have run, a newer core can't rebuild what it keeps in its tables.
$kernel = UpdateKernel::createFromRequest($request, $autoloader, 'prod', FALSE);
$kernel->boot();
$kernel->preHandle($request);
foreach (PendingUpdates::run() as $function) {
  echo "ran $function\n";
}
$kernel->shutdown();

$kernel = DrupalKernel::createFromRequest($request, $autoloader, 'prod');
$kernel->boot();
$kernel->preHandle($request);
drupal_flush_all_caches();

$updates = \Drupal::entityDefinitionUpdateManager();
$fields = \Drupal::service('entity_field.manager');
foreach ($updates->getChangeList() as $type => $changes) {
  if (($changes['entity_type'] ?? NULL) === Updates::DEFINITION_CREATED) {
    $updates->installFieldableEntityType(\Drupal::entityTypeManager()->getDefinition($type), $fields->getFieldStorageDefinitions($type));
    continue;
  }
  $added = array_keys($changes['field_storage_definitions'] ?? [], Updates::DEFINITION_CREATED, TRUE);
  foreach ($changes['field_storage_definitions'] ?? [] as $name => $change) {
    if ($change === Updates::DEFINITION_CREATED) {
      $definition = $fields->getFieldStorageDefinitions($type)[$name];
      $updates->installFieldStorageDefinition($name, $type, $definition->getProvider(), $definition);
      \Drupal::service('sw_base.filled_references')->fill($type, $name);
    }
  }
  \Drupal::service('sw_base.earlier_values')->carry($type, $added);
}
\Drupal::service('sw_base.earlier_values')->replace();
// A module may have turned a text into JSON since; the update of the base did so for what it found.
\Drupal::service('sw_base.text_conversion')->run();
PlatformSetup::update();
// What a type's definition says beyond its tables is read from the installed copy too.
foreach (\Drupal::service('sw_base.model')->get()->types as $name => $type) {
  $updates->updateEntityType(\Drupal::entityTypeManager()->getDefinition($name));
}
drupal_flush_all_caches();
echo "updated\n";
