<?php

namespace Drupal\sw_tenant\Check;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\State\StateInterface;
use Psr\Log\LoggerInterface;

/**
 * Checks the references once a day, however often cron runs.
 */
final class NightlyCheck {

  private const LAST_DAY = 'sw_tenant.references_checked_on';

  public function __construct(
    private readonly ReferenceCheck $check,
    private readonly StateInterface $state,
    private readonly TimeInterface $time,
    private readonly LoggerInterface $logger,
  ) {}

  /**
   * Runs the check unless it ran today (UTC), and logs what it found.
   */
  public function run(): void {
    $today = gmdate('Y-m-d', $this->time->getCurrentTime());
    if ($this->state->get(self::LAST_DAY) === $today) {
      return;
    }
    $report = $this->check->run();
    foreach ($report->lines as $line) {
      $this->logger->error('Reference check: @line', ['@line' => $line]);
    }
    $this->logger->log($report->wrong > 0 ? 'error' : 'info', 'Reference check: @checked references, @wrong wrong.', [
      '@checked' => $report->checked,
      '@wrong' => $report->wrong,
    ]);
    // A check that failed is done again by the next cron run.
    $this->state->set(self::LAST_DAY, $today);
  }

}
