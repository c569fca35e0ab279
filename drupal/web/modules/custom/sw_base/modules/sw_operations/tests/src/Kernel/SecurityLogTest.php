<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\Core\Site\Settings;
use Symfony\Component\HttpFoundation\Request;

/**
 * What an auditor looks for in the log is there, and no word that was typed as a password.
 */
final class SecurityLogTest extends WireTestBase {

  /**
   * {@inheritdoc}
   */
  protected static $modules = ['dblog'];

  /**
   * {@inheritdoc}
   */
  protected function setUp(): void {
    parent::setUp();
    $this->installSchema('dblog', ['watchdog']);
  }

  /**
   * Names of refused sign-ins, missing rights, and callers beyond their limit.
   */
  public function testEvents(): void {
    $administrator = $this->caller('north', ['administrator']);
    foreach (['nobody@north', $administrator->getAccountName()] as $name) {
      $content = (string) json_encode(['name' => $name, 'pass' => 'canary-word']);
      $request = Request::create('/user/login?_format=json', 'POST', content: $content);
      $request->headers->set('Content-Type', 'application/json');
      self::assertSame(400, \Drupal::service('http_kernel')->handle($request)->getStatusCode());
    }
    $headers = ['Authorization' => 'Basic ' . base64_encode('basic@north:canary-word')];
    $wrong = Request::create('/jsonapi/sw_toy/sw_toy', server: [
      'PHP_AUTH_USER' => 'basic@north',
      'PHP_AUTH_PW' => 'canary-word',
    ]);
    $wrong->headers->add($headers);
    self::assertSame(401, \Drupal::service('http_kernel')->handle($wrong)->getStatusCode());
    self::document($this->ask($this->caller('north', ['partner']), 'GET', '/jsonapi/sw_toy/sw_toy'), 403);
    new Settings(['sw_requests_per_minute' => 1] + Settings::getAll());
    foreach ([200, 429, 429] as $status) {
      self::assertSame($status, $this->ask($administrator, 'GET', '/jsonapi/sw_toy/sw_toy')->getStatusCode());
    }

    $rows = \Drupal::database()->query("SELECT type, message, variables, uid, hostname FROM {watchdog} WHERE type <> 'php' ORDER BY wid")->fetchAll();
    $texts = [];
    foreach ($rows as $row) {
      $texts[] = "$row->type: " . strtr($row->message, array_filter((array) unserialize($row->variables, ['allowed_classes' => FALSE]), 'is_scalar'));
      self::assertNotSame('', $row->hostname);
      self::assertStringNotContainsString('canary-word', $row->variables);
    }
    self::assertContains('security: Sign-in as nobody@north was refused (400).', $texts);
    self::assertContains("security: Sign-in as {$administrator->getAccountName()} was refused (400).", $texts);
    self::assertContains('security: Sign-in as basic@north was refused (401).', $texts);
    self::assertCount(1, array_filter($texts, static fn (string $text) => str_starts_with($text, 'access denied:')), implode("\n", $texts));
    self::assertCount(1, preg_grep('/^security: More than 1 requests/', $texts) ?: [], implode("\n", $texts));
  }

}
