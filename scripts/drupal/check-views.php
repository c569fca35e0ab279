<?php

/**
 * @file
 * Adds or removes a listing as a site builder makes it: accounts as a table, on a page.
 *
 * Run it with scripts/drupal/check-views.mjs.
 */

use Drupal\views\Entity\View;

require __DIR__ . '/boot.php';

View::load('sw_check')?->delete();
if (getenv('SW_CHECK_VIEW') === 'add') {
  $column = fn (string $name) => [
    'id' => $name,
    'table' => 'sw_account',
    'field' => $name,
    'entity_type' => 'sw_account',
    'entity_field' => $name,
    'plugin_id' => 'field',
  ];
  View::create([
    'id' => 'sw_check',
    'label' => 'Check',
    'base_table' => 'sw_account',
    'base_field' => 'id',
    'display' => [
      'default' => [
        'id' => 'default',
        'display_plugin' => 'default',
        'position' => 0,
        'display_options' => [
          'access' => ['type' => 'perm', 'options' => ['perm' => 'view sw_account']],
          'cache' => ['type' => 'tag'],
          'pager' => ['type' => 'some', 'options' => ['items_per_page' => 100]],
          'style' => ['type' => 'table'],
          'row' => ['type' => 'fields'],
          'fields' => ['legal_name' => $column('legal_name'), 'notes' => $column('notes')],
        ],
      ],
      'page' => [
        'id' => 'page',
        'display_plugin' => 'page',
        'position' => 1,
        'display_options' => ['path' => 'admin/sw-check-view'],
      ],
    ],
  ])->save();
}
\Drupal::service('router.builder')->rebuild();
