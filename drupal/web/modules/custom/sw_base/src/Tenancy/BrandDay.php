<?php

namespace Drupal\sw_base\Tenancy;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Entity\ContentEntityInterface;

/**
 * Which day it is where a row's brand is.
 */
final class BrandDay {

  private const USUAL_TIME_ZONE = 'Europe/Paris';

  public function __construct(
    private readonly SystemScope $systemScope,
    private readonly TimeInterface $time,
  ) {}

  /**
   * The calendar day, YYYY-MM-DD.
   */
  public function today(ContentEntityInterface $entity): string {
    $brand = $entity->hasField('brand') ? $this->systemScope->run(fn () => $entity->get('brand')->entity) : NULL;
    $zone = $brand instanceof ContentEntityInterface ? (string) $brand->get('time_zone')->value : '';
    return (new \DateTimeImmutable('@' . $this->time->getCurrentTime()))
      ->setTimezone(new \DateTimeZone($zone ?: self::USUAL_TIME_ZONE))
      ->format('Y-m-d');
  }

}
