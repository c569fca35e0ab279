<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\sw_operations\Outbox\WaitingReads;
use Drupal\user\UserInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * The platform's services follow the journals of all brands; nobody else does.
 */
final class OutboxTest extends WireTestBase {

  private const PATH = '/jsonapi/outbox';

  /**
   * Heads and mark, and when an answer comes.
   */
  public function testHeads(): void {
    $service = $this->caller(NULL, ['platform_service']);
    $this->customer('south', 'Birch');
    [$north, $south] = [$this->brands['north']->uuid(), $this->brands['south']->uuid()];

    $response = $this->ask($service, 'GET', self::PATH);
    $document = self::document($response, 200);
    $expected = [$north => 0, $south => 3];
    ksort($expected);
    self::assertEquals($expected, $document['meta']['heads']);
    $lines = '';
    foreach ($expected as $brand => $sequence) {
      $lines .= "$brand:$sequence\n";
    }
    $mark = $document['meta']['mark'];
    self::assertSame(hash('sha256', $lines), $mark);
    self::assertSame([], $document['data']);
    self::assertSame('http://localhost/jsonapi/outbox', $document['links']['self']['href']);
    self::assertSame('application/vnd.api+json', $response->headers->get('Content-Type'));
    self::assertSame('no-store, private', $response->headers->get('Cache-Control'));

    [$seconds, $again] = $this->timed($service, "?after=$mark");
    self::assertSame($mark, $again['meta']['mark']);
    self::assertLessThan(0.9, $seconds, 'nobody waits who did not ask for it');
    foreach (['never-given', str_repeat('Z_9-', 32)] as $unknown) {
      self::assertLessThan(0.9, $this->timed($service, "?after=$unknown&wait=25")[0], 'a mark that never was: at once');
    }
    [$seconds, $again] = $this->timed($service, "?after=$mark&wait=1");
    self::assertSame($mark, $again['meta']['mark']);
    self::assertGreaterThan(1.0, $seconds, 'nothing is new: the time is waited for');

    $this->customer('north', 'Alder');
    [$seconds, $new] = $this->timed($service, "?after=$mark&wait=25");
    self::assertLessThan(5, $seconds, 'something is new: at once');
    self::assertSame([$north => 3, $south => 3], array_replace([$north => NULL, $south => NULL], $new['meta']['heads']));
    self::assertNotSame($mark, $new['meta']['mark']);
    $this->create('sw_brand', ['name' => 'west']);
    self::assertCount(3, $this->timed($service, "?after={$new['meta']['mark']}&wait=25")[1]['meta']['heads'], 'a new brand is something new');
    // Nothing of all this was kept.
    self::assertFalse(\Drupal::cache('data')->get('route:[language]=en:[query_parameters]=:/jsonapi/outbox'));
  }

  /**
   * Who may, what may be asked, and how often at once.
   */
  public function testRefusals(): void {
    $service = $this->caller(NULL, ['platform_service']);
    self::document($this->ask($this->caller(NULL, ['platform_administrator']), 'GET', self::PATH), 200);
    $this->create('sw_role', ['brand' => 'north', 'role' => 'sales', 'granted' => ['follow outbox', 'view sw_toy']]);
    $others = [
      $this->caller('north', ['sales', 'platform_service']),
      $this->caller('north', ['administrator']),
      $this->caller(NULL, []),
    ];
    foreach ($others as $other) {
      self::assertSame([['/data', NULL]], self::errors($this->ask($other, 'GET', self::PATH . '?wait=x'), 403));
    }
    self::document($this->ask(NULL, 'GET', self::PATH), 401);
    foreach (['after' => ['', 'a%20b', '%00', str_repeat('a', 129)], 'wait' => ['', '-1', '1.5', '26', '0x1']] as $parameter => $values) {
      foreach ($values as $value) {
        $error = self::document($this->ask($service, 'GET', self::PATH . "?$parameter=$value"), 400)['errors'][0];
        self::assertSame(['parameter' => $parameter], $error['source'], $value);
      }
      self::document($this->ask($service, 'GET', self::PATH . "?{$parameter}[]=1"), 400);
    }
    self::assertStringContainsString('until', self::document($this->ask($service, 'GET', self::PATH . '?until=1'), 400)['errors'][0]['detail']);
    self::assertSame(405, $this->ask($service, 'POST', self::PATH, ['data' => []])->getStatusCode());
    // A part of another request does not wait: there is no such part.
    $part = \Drupal::service('http_kernel.basic')->handle(Request::create(self::PATH), HttpKernelInterface::SUB_REQUEST);
    self::assertSame(404, $part->getStatusCode());

    $mark = self::document($this->ask($service, 'GET', self::PATH), 200)['meta']['mark'];
    $waiting = \Drupal::service('sw_operations.waiting_reads');
    $places = array_map(fn () => $waiting->enter((int) $service->id()), range(1, WaitingReads::PER_USER));
    self::assertNotContains(NULL, $places);
    $busy = $this->ask($service, 'GET', self::PATH . "?after=$mark&wait=1");
    self::document($busy, 429);
    self::assertSame('1', $busy->headers->get('Retry-After'));
    self::document($this->ask($service, 'GET', self::PATH), 200);
    $places[0]();
    foreach (['the place that is free', 'the same place again'] as $place) {
      self::assertSame(200, $this->ask($service, 'GET', self::PATH . "?after=$mark&wait=1")->getStatusCode(), $place);
    }
  }

  /**
   * @return array{float, array<string, mixed>}
   *   The seconds that an answer took, and its document.
   */
  private function timed(UserInterface $caller, string $query): array {
    $started = microtime(TRUE);
    $document = self::document($this->ask($caller, 'GET', self::PATH . $query), 200);
    return [microtime(TRUE) - $started, $document];
  }

}
