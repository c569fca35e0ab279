<?php

namespace Drupal\sw_base\Entity;

use Drupal\Core\Entity\ContentEntityType;
use Drupal\Core\Entity\Form\DeleteMultipleForm;
use Drupal\sw_base\Access\ModelAccessControlHandler;
use Drupal\sw_base\Form\ModelEntityDeleteForm;
use Drupal\sw_base\Form\ModelEntityForm;
use Drupal\sw_base\Model\ModelLabel;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Routing\ModelRouteProvider;
use Drupal\sw_base\Storage\ModelStorage;
use Drupal\sw_base\Storage\ModelStorageSchema;
use Drupal\views\EntityViewsData;

/**
 * Turns a model type into a Drupal entity type.
 */
final class EntityTypeBuilder {

  /**
   * The content entity type of a model type.
   */
  public static function build(ModelType $type): ContentEntityType {
    $path = '/admin/softwhere/' . str_replace('_', '-', preg_replace('/^sw_/', '', $type->name));
    $plural = [
      'fr' => $type->label['fr_plural'] ?? $type->label['fr'],
      'en' => $type->label['en_plural'] ?? $type->label['en'],
    ];
    return new ContentEntityType([
      'id' => $type->name,
      'provider' => $type->module,
      'class' => ModelEntity::class,
      'label' => ModelLabel::fromArray(['fr' => $type->label['fr'], 'en' => $type->label['en']]),
      'label_collection' => ModelLabel::fromArray($plural),
      'label_singular' => ModelLabel::fromArray(['fr' => $type->label['fr'], 'en' => $type->label['en']]),
      'label_plural' => ModelLabel::fromArray($plural),
      'base_table' => $type->name,
      // Reading a row takes a query or two; a second copy in the cache takes as many, and can be stale.
      'persistent_cache' => FALSE,
      'entity_keys' => ['id' => 'id', 'uuid' => 'uuid', 'label' => $type->labelField],
      'handlers' => [
        'storage' => ModelStorage::class,
        'storage_schema' => ModelStorageSchema::class,
        'access' => ModelAccessControlHandler::class,
        'list_builder' => ModelListBuilder::class,
        'view_builder' => ModelViewBuilder::class,
        'views_data' => EntityViewsData::class,
        'form' => $type->writable ? [
          'default' => ModelEntityForm::class,
          'add' => ModelEntityForm::class,
          'edit' => ModelEntityForm::class,
          'delete' => ModelEntityDeleteForm::class,
          'delete-multiple-confirm' => DeleteMultipleForm::class,
        ] : [],
        'route_provider' => ['html' => ModelRouteProvider::class],
      ],
      'links' => [
        'collection' => $path,
        'canonical' => "$path/{{$type->name}}",
      ] + ($type->writable ? [
        'add-form' => "$path/add",
        'edit-form' => "$path/{{$type->name}}/edit",
        'delete-form' => "$path/{{$type->name}}/delete",
      ] : []),
      'collection_permission' => $type->access['view'] === 'authenticated' ? $type->access['edit'] : $type->access['view'],
      'field_ui_base_route' => "sw_base.settings.$type->name",
      'constraints' => ['SwModelRules' => []],
      // The model's own precondition, the version, replaces core's check of the changed time.
      'additional' => ['sw_base_model' => TRUE],
    ]);
  }

}
