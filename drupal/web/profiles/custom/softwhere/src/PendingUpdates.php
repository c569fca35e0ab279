<?php

namespace Drupal\softwhere;

/**
 * The updates that core and its modules bring, as update.php runs them.
 *
 * They have to run on Drupal's update kernel, and before anything flushes caches:
 * a newer core reads its own tables, which only its updates bring up to date.
 */
final class PendingUpdates {

  /**
   * What a hook_requirements() calls an error, as a number; Drupal 11 has an enumeration of the same values.
   */
  private const ERROR = 2;

  /**
   * Runs them all, in maintenance mode.
   *
   * @return list<string>
   *   The names of the update functions that were run.
   */
  public static function run(): array {
    require_once DRUPAL_ROOT . '/core/includes/install.inc';
    require_once DRUPAL_ROOT . '/core/includes/update.inc';
    drupal_load_updates();
    $schema_updates = update_resolve_dependencies(array_map(fn (array $update) => $update['start'], array_filter(update_get_update_list(), fn (array $update) => isset($update['start']))));
    if ($schema_updates === [] && \Drupal::service('update.post_update_registry')->getPendingUpdateFunctions() === []) {
      return [];
    }
    self::refuseUnmetRequirements();
    $maintenance_mode = \Drupal::state()->get('system.maintenance_mode', FALSE);
    \Drupal::state()->set('system.maintenance_mode', TRUE);
    $done = self::runSchemaUpdates($schema_updates);
    drupal_flush_all_caches();
    $done = array_merge($done, self::runPostUpdates());
    \Drupal::state()->set('system.maintenance_mode', $maintenance_mode);
    return $done;
  }

  /**
   * A core that the machine can't carry must not touch the data.
   */
  private static function refuseUnmetRequirements(): void {
    foreach (update_check_requirements() as $requirement) {
      $severity = $requirement['severity'] ?? 0;
      if (($severity instanceof \BackedEnum ? $severity->value : $severity) === self::ERROR) {
        $parts = [$requirement['title'] ?? '', $requirement['value'] ?? '', $requirement['description'] ?? ''];
        throw new \RuntimeException("This machine can't carry it: " . implode(' ', array_map(self::text(...), $parts)));
      }
    }
  }

  /**
   * What a requirement says, without its markup.
   */
  private static function text(mixed $part): string {
    $markup = is_array($part) ? \Drupal::service('renderer')->renderInIsolation($part) : $part;
    return trim((string) preg_replace('/\s+/', ' ', strip_tags((string) $markup)));
  }

  /**
   * The hook_update_N() functions, in the order of their dependencies.
   *
   * @param array<string, array<string, mixed>> $updates
   *   What core resolved.
   *
   * @return list<string>
   *   What was run.
   */
  private static function runSchemaUpdates(array $updates): array {
    $started = [];
    foreach ($updates as $function => $update) {
      if (!$update['allowed']) {
        throw new \RuntimeException("The update $function can't run: something it depends on is missing.");
      }
      // Numbers below the first one that is pending are done.
      isset($started[$update['module']]) || \Drupal::service('update.update_hook_registry')->setInstalledVersion($update['module'], $update['number'] - 1);
      $started[$update['module']] = TRUE;
      self::repeat($function, fn (array &$context) => update_do_one($update['module'], $update['number'], [], $context));
    }
    return array_keys($updates);
  }

  /**
   * The hook_post_update_NAME() functions.
   *
   * @return list<string>
   *   What was run.
   */
  private static function runPostUpdates(): array {
    $functions = array_values(\Drupal::service('update.post_update_registry')->getPendingUpdateFunctions());
    foreach ($functions as $function) {
      self::repeat($function, fn (array &$context) => update_invoke_post_update($function, $context));
    }
    return $functions;
  }

  /**
   * Calls an update until it says that it is finished.
   *
   * @phpstan-param callable(array<string, mixed> &$context): void $step
   */
  private static function repeat(string $function, callable $step): void {
    $context = ['sandbox' => [], 'results' => []];
    do {
      $context['finished'] = 1;
      $step($context);
      if (isset($context['results']['#abort'])) {
        throw new \RuntimeException("The update $function failed. Drupal's log says why.");
      }
    } while ($context['finished'] < 1);
  }

}
