<?php

namespace Drupal\sw_base\Controller;

use Drupal\Core\Access\AccessResultInterface;
use Drupal\Core\Controller\ControllerBase;
use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\Core\Field\FieldDefinitionInterface;
use Drupal\Core\Routing\RouteMatchInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\TypeAccess;
use Drupal\sw_base\Admin\ValueText;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * What the journal says about a row. No type has revisions: this is the history.
 */
final class HistoryController extends ControllerBase {

  private const PAGE_SIZE = 50;

  public function __construct(private readonly TypeAccess $typeAccess, private readonly ValueText $texts) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container) {
    return new self($container->get('sw_base.type_access'), $container->get('sw_base.value_text'));
  }

  /**
   * Whoever sees the row and may read the journal.
   */
  public function access(RouteMatchInterface $route_match, AccountInterface $account, string $type_name): AccessResultInterface {
    $entity = $route_match->getParameter($type_name);
    return $this->typeAccess->check('sw_journal_entry', 'view', $account)->andIf($entity instanceof ContentEntityInterface ? $entity->access('view', $account, TRUE) : $this->typeAccess->check($type_name, 'view', $account));
  }

  /**
   * The entries, latest first, as far as the user may read them.
   *
   * @return array<string, mixed>
   *   A render array.
   */
  public function history(RouteMatchInterface $route_match, string $type_name): array {
    $subject = $route_match->getParameter($type_name);
    $storage = $this->entityTypeManager()->getStorage('sw_journal_entry');
    $ids = $storage->getQuery()->accessCheck(TRUE)->condition('subject_id', $subject->uuid())->sort('sequence', 'DESC')->pager(self::PAGE_SIZE)->execute();
    $rows = [];
    foreach ($storage->loadMultiple($ids) as $entry) {
      if ($entry instanceof ContentEntityInterface && $entry->access('view')) {
        $rows[] = [
          $this->texts->of($entry->get('occurred_at')),
          $this->texts->of($entry->get('actor_name')),
          $this->texts->of($entry->get('operation')),
          ['data' => ['#theme' => 'item_list', '#items' => $this->changes($entry, $subject)]],
          $this->texts->of($entry->get('cause')),
        ];
      }
    }
    $labels = array_map(fn (string $name) => $this->journalField($name)->getLabel(), [
      'occurred_at',
      'actor_name',
      'operation',
      'changes',
      'cause',
    ]);
    return [
      'entries' => [
        '#type' => 'table',
        '#header' => $labels,
        '#rows' => $rows,
        '#empty' => $this->t('Nothing is recorded about this row.'),
      ],
      'pager' => ['#type' => 'pager'],
      '#attached' => ['library' => ['sw_base/admin']],
      '#cache' => [
        'contexts' => ['user.sw_actor', 'user.permissions', 'url.query_args', 'languages:language_interface'],
        'tags' => ['sw_journal_entry_list'],
      ],
    ];
  }

  /**
   * The title of the page.
   */
  public function title(RouteMatchInterface $route_match, string $type_name): string {
    return $this->texts->label($route_match->getParameter($type_name));
  }

  /**
   * @return list<\Drupal\Core\StringTranslation\TranslatableMarkup>
   *   One sentence per field.
   */
  private function changes(ContentEntityInterface $entry, ContentEntityInterface $subject): array {
    $sentences = [];
    foreach ($entry->get('changes') as $item) {
      $change = $item->getValue();
      $definition = $subject->getFieldDefinition($change['field']);
      $sentences[] = $this->t('@field: @from → @to', [
        '@field' => $definition?->getLabel() ?? $change['field'],
        '@from' => $this->value($definition, $change['from'] ?? NULL),
        '@to' => $this->value($definition, $change['to'] ?? NULL),
      ]);
    }
    return $sentences;
  }

  /**
   * A recorded text in words.
   */
  private function value(?FieldDefinitionInterface $definition, ?string $text): string {
    if ($text === NULL || $text === '') {
      return '–';
    }
    return match ($definition?->getType()) {
      'list_string' => $this->texts->option($definition, $text),
      'boolean' => (string) ($text === 'true' ? $this->t('Yes') : $this->t('No')),
      'entity_reference' => $this->reference($definition, $text),
      default => $text,
    };
  }

  /**
   * The name of a row that was referred to, when it is still in sight.
   */
  private function reference(FieldDefinitionInterface $definition, string $uuid): string {
    $target_type = (string) $definition->getSetting('target_type');
    $rows = $this->entityTypeManager()->getStorage($target_type)->loadByProperties(['uuid' => $uuid]);
    $target = reset($rows);
    return $target && $target->access('view label') ? $this->texts->label($target) : $uuid;
  }

  /**
   * The definition of a field of the journal.
   */
  private function journalField(string $name): FieldDefinitionInterface {
    return \Drupal::service('entity_field.manager')->getBaseFieldDefinitions('sw_journal_entry')[$name];
  }

}
