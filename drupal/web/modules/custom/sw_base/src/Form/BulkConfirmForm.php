<?php

namespace Drupal\sw_base\Form;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Form\ConfirmFormBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\TempStore\PrivateTempStoreFactory;
use Drupal\Core\Url;
use Drupal\sw_base\Admin\BulkActions;
use Drupal\sw_base\Admin\ValueText;
use Drupal\sw_base\Model\EntityModelRepository;
use Drupal\sw_base\Model\ModelLabel;
use Drupal\sw_base\Model\ModelType;
use Drupal\sw_base\Storage\DuplicateKeyException;
use Drupal\sw_base\Storage\Referrers;
use Drupal\sw_base\Storage\StaleWriteException;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\RedirectResponse;

/**
 * Names the rows once more, then changes or deletes them one by one.
 */
final class BulkConfirmForm extends ConfirmFormBase {

  public const STORE = 'sw_base_bulk';

  private ?ModelType $type = NULL;

  /**
   * The chosen action, one of BulkActions::of().
   *
   * @var array<string, mixed>
   */
  private array $action = [];

  private string $actionName = '';

  public function __construct(
    private readonly EntityModelRepository $models,
    private readonly BulkActions $actions,
    private readonly ValueText $texts,
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly PrivateTempStoreFactory $tempStores,
    private readonly Referrers $referrers,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self(
      $container->get('sw_base.model'),
      $container->get('sw_base.bulk_actions'),
      $container->get('sw_base.value_text'),
      $container->get('entity_type.manager'),
      $container->get('tempstore.private'),
      $container->get('sw_base.referrers'),
    );
  }

  /**
   * {@inheritdoc}
   */
  public function getFormId() {
    return 'sw_bulk_confirm_form';
  }

  /**
   * {@inheritdoc}
   */
  public function getQuestion() {
    return $this->t('@action: @count rows?', ['@action' => $this->action['label'], '@count' => count($this->rows())]);
  }

  /**
   * {@inheritdoc}
   */
  public function getCancelUrl() {
    return Url::fromRoute("entity.{$this->type->name}.collection");
  }

  /**
   * {@inheritdoc}
   */
  public function getDescription() {
    return $this->actionName === BulkActions::DELETE ? $this->t('This action cannot be undone.') : $this->t('Each row is checked as if it was saved by itself.');
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state, ?string $type_name = NULL) {
    $this->type = $this->models->get()->type((string) $type_name);
    $this->actionName = (string) ($this->chosen()['action'] ?? '');
    $action = $this->actions->of($this->type)[$this->actionName] ?? NULL;
    if ($action === NULL || $this->rows() === []) {
      $form_state->setResponse(new RedirectResponse($this->getCancelUrl()->toString()));
      return $form;
    }
    $this->action = $action;
    $form['rows'] = [
      '#theme' => 'item_list',
      '#items' => array_map($this->texts->label(...), array_values($this->rows())),
    ];
    foreach ($action['requires'] as $name) {
      if ($this->type->fields[$name]->type === 'date') {
        $form[$name] = [
          '#type' => 'date',
          '#title' => ModelLabel::fromArray($this->type->fields[$name]->label),
          '#description' => $this->t('For the rows that have none yet.'),
        ];
      }
    }
    return parent::buildForm($form, $form_state);
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state) {
    $done = 0;
    foreach ($this->rows() as $entity) {
      $problem = $this->apply($entity, $form_state);
      $done += $problem === NULL ? 1 : 0;
      if ($problem !== NULL) {
        $this->messenger()->addError($this->t('%row: @problem', [
          '%row' => $this->texts->label($entity),
          '@problem' => $problem,
        ]));
      }
    }
    if ($done > 0) {
      $this->messenger()->addStatus($this->formatPlural($done, '@action: 1 row.', '@action: @count rows.', ['@action' => $this->action['label']]));
    }
    $this->tempStores->get(self::STORE)->delete($this->type->name);
    $form_state->setRedirectUrl($this->getCancelUrl());
  }

  /**
   * Does it to one row.
   *
   * @return string|null
   *   Why it was not done, or NULL.
   */
  private function apply(ContentEntityInterface $entity, FormStateInterface $form_state): ?string {
    $is_deletion = $this->actionName === BulkActions::DELETE;
    if (!$entity->access($is_deletion ? 'delete' : 'update')) {
      return (string) $this->t('You are not allowed to do this.');
    }
    try {
      if ($is_deletion) {
        $references = $this->referrers->of($this->type->name, [(int) $entity->id()]);
        if ($references !== []) {
          return (string) $this->t('It is still referred to: @references.', ['@references' => $this->referrers->inWords(reset($references))]);
        }
        $entity->delete();
        return NULL;
      }
      $entity->set($this->action['field'], $this->action['value']);
      foreach ($this->action['requires'] as $name) {
        if ($entity->get($name)->isEmpty() && $entity->get($name)->access('edit')) {
          $entity->set($name, $form_state->getValue($name) ?: NULL);
        }
      }
      $violations = $entity->validate();
      if (count($violations) > 0) {
        return (string) $violations->get(0)->getMessage();
      }
      $entity->save();
      return NULL;
    }
    catch (\Exception $exception) {
      $expected = $this->expected($exception);
      if ($expected === NULL) {
        throw $exception;
      }
      return $expected;
    }
  }

  /**
   * The sentence for what others did meanwhile, or NULL.
   */
  private function expected(?\Throwable $exception): ?string {
    return match (TRUE) {
      $exception === NULL => NULL,
      $exception instanceof StaleWriteException => (string) $this->t('Somebody else has changed the row meanwhile.'),
      $exception instanceof DuplicateKeyException => $exception->violation->message,
      default => $this->expected($exception->getPrevious()),
    };
  }

  /**
   * @return array<int, \Drupal\Core\Entity\ContentEntityInterface>
   *   The chosen rows that are in the user's sight.
   */
  private function rows(): array {
    $ids = $this->chosen()['ids'] ?? [];
    $rows = $ids === [] ? [] : $this->entityTypeManager->getStorage($this->type->name)->loadMultiple($ids);
    return array_filter($rows, fn ($entity) => $entity instanceof ContentEntityInterface && $entity->access('view'));
  }

  /**
   * @return array{action?: string, ids?: list<int>}
   *   What was chosen in the list.
   */
  private function chosen(): array {
    return $this->tempStores->get(self::STORE)->get($this->type->name) ?? [];
  }

}
