<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Event\ExceptionEvent;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * Refusals have the contract's status, pointer and code, and nothing of the inside.
 */
final class ErrorsTest extends WireTestBase {

  /**
   * The same document for every kind of refusal.
   */
  public function testRefusals(): void {
    $administrator = $this->caller('north', ['administrator']);
    $sales = $this->caller('north', ['sales']);
    ['site' => $site, 'toy' => $toy] = $this->customer('north', 'Alder');
    $foreign = $this->customer('south', 'Birch')['toy'];
    $path = '/jsonapi/sw_toy/sw_toy';
    $row = fn (array $attributes, string $site_id) => [
      'data' => [
        'type' => 'sw_toy--sw_toy',
        'attributes' => $attributes,
        'relationships' => ['site' => ['data' => ['type' => 'sw_site--sw_site', 'id' => $site_id]]],
      ],
    ];
    $patch = fn (array $attributes) => [
      'data' => ['type' => 'sw_toy--sw_toy', 'id' => $toy->uuid(), 'attributes' => $attributes],
    ];

    // The rules of the model.
    $taken = $this->ask($administrator, 'POST', $path, $row(['name' => 'ALDER BEAR'], $site->uuid()));
    self::assertSame([['/data/attributes/name', 'not_unique']], self::errors($taken, 422));
    self::assertSame([['/data/attributes/state', 'transition_not_allowed']], self::errors($this->ask($administrator, 'POST', $path, $row([
      'name' => 'Fox',
      'state' => 'used',
    ], $site->uuid())), 422));
    self::assertSame([['/data/attributes/color', 'transition_requires']], self::errors($this->ask($administrator, 'PATCH', "$path/{$toy->uuid()}", $patch(['state' => 'used'])), 422));
    self::assertSame([['/data/attributes/name/value', 'too_long']], self::errors($this->ask($administrator, 'PATCH', "$path/{$toy->uuid()}", $patch(['name' => str_repeat('x', 21)])), 422));
    // Rights.
    self::assertSame([['/data/attributes/color', NULL]], self::errors($this->ask($sales, 'PATCH', "$path/{$toy->uuid()}", $patch(['color' => 'red'])), 403));
    self::assertSame([['/data', NULL]], self::errors($this->ask($this->caller('north', ['partner']), 'GET', $path), 403));
    self::document($this->ask($sales, 'DELETE', "$path/{$toy->uuid()}"), 403);
    $anonymous = $this->ask(NULL, 'GET', $path);
    self::document($anonymous, 401);
    self::assertStringStartsWith('Basic realm=', (string) $anonymous->headers->get('WWW-Authenticate'));
    // What is another's is not there, word by word as what never was.
    $unknown = '7d8e1a52-3f3c-4c7b-9f5e-0a8c6b1d2e3f';
    $texts = array_map(fn (string $id) => str_replace($id, 'ID', (string) json_encode(self::document($this->ask($sales, 'GET', "$path/$id"), 404)['errors'][0]['detail'] ?? '')), [
      $foreign->uuid(),
      $unknown,
    ]);
    self::assertSame($texts[0], $texts[1]);
    // Malformed input, where core itself has an accident.
    foreach ([
      "$path?filter[x][condition]=a",
      "$path?page=x",
      "$path?filter[a][group][conjunction]=XOR",
      "$path?filter[id][operator]=%3D&filter[id][value][]=1",
      "$path?_format[]=x",
    ] as $malformed) {
      self::document($this->ask($sales, 'GET', $malformed), 400);
    }
  }

  /**
   * An accident says that there was one, and no more.
   */
  public function testAccident(): void {
    $event = new ExceptionEvent(\Drupal::service('http_kernel'), Request::create('/jsonapi/sw_toy/sw_toy'), HttpKernelInterface::MAIN_REQUEST, new \PDOException('SQLSTATE[HY000]: no such table: sw_toy'));
    \Drupal::service('sw_operations.exceptions')->onException($event);
    self::assertSame('The request could not be completed.', $event->getThrowable()->getMessage());
    self::assertNull($event->getThrowable()->getPrevious(), 'the cause is for the log');
  }

}
