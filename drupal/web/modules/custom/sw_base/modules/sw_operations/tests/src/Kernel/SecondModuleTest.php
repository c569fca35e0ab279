<?php

namespace Drupal\Tests\sw_operations\Kernel;

use Drupal\Core\Entity\ContentEntityInterface;
use Drupal\user\UserInterface;

/**
 * Two modules, one of which refers to the other: each is open by itself.
 */
final class SecondModuleTest extends WireTestBase {

  private const SHEDS = '/jsonapi/sw_shed/sw_shed';

  /**
   * {@inheritdoc}
   */
  protected static $modules = ['sw_shed'];

  private ContentEntityInterface $toy;

  private ContentEntityInterface $shed;

  private UserInterface $administrator;

  /**
   * {@inheritdoc}
   */
  protected function setUp(): void {
    parent::setUp();
    $this->toy = $this->customer('north', 'Alder')['toy'];
    $this->shed = $this->create('sw_shed', ['brand' => 'north', 'name' => 'Back', 'toy' => $this->toy->id()]);
    $this->administrator = $this->caller('north', ['administrator']);
  }

  /**
   * Sets what is open to the brand.
   */
  private function open(string ...$modules): void {
    \Drupal::service('sw_base.system_scope')->run(fn () => $this->brands['north']->set('modules', $modules)->save());
  }

  /**
   * Where its module is open and that of its target isn't, a reference leads to nothing.
   */
  public function testReference(): void {
    $uuid = (string) $this->toy->uuid();
    $shed = self::SHEDS . '/' . $this->shed->uuid();
    $this->open('sw_toy', 'sw_shed');
    self::assertStringContainsString($uuid, (string) $this->ask($this->administrator, 'GET', $shed)->getContent());
    self::assertCount(1, self::document($this->ask($this->administrator, 'GET', "$shed?include=toy"), 200)['included']);
    $this->open('sw_shed');
    foreach ([$shed, self::SHEDS, "$shed/relationships/toy", "$shed/toy"] as $path) {
      $answer = $this->ask($this->administrator, 'GET', $path);
      self::assertSame(200, $answer->getStatusCode(), $path);
      self::assertStringNotContainsString($uuid, str_replace($path, '', (string) $answer->getContent()), $path);
    }
    self::assertNull(self::document($this->ask($this->administrator, 'GET', $shed), 200)['data']['relationships']['toy']['data']);
    $link = ['toy' => ['data' => ['type' => 'sw_toy--sw_toy', 'id' => $uuid]]];
    foreach (['include=toy', 'filter[toy.name]=x', 'sort=toy.name'] as $query) {
      self::assertSame(400, $this->ask($this->administrator, 'GET', self::SHEDS . "?$query")->getStatusCode(), $query);
    }
    $body = ['data' => ['type' => 'sw_shed--sw_shed', 'id' => $this->shed->uuid(), 'relationships' => $link]];
    $refused = $this->ask($this->administrator, 'PATCH', $shed, $body)->getStatusCode();
    self::assertContains($refused, [400, 404, 422]);
    // Nothing is lost by it.
    $body = ['data' => ['type' => 'sw_shed--sw_shed', 'id' => $this->shed->uuid(), 'attributes' => ['name' => 'Front']]];
    self::document($this->ask($this->administrator, 'PATCH', $shed, $body), 200);
    $this->open('sw_toy', 'sw_shed');
    self::assertStringContainsString($uuid, (string) $this->ask($this->administrator, 'GET', $shed)->getContent());
  }

  /**
   * A type that whoever is signed in may view is closed like any other.
   */
  public function testForEverybody(): void {
    $groups = '/jsonapi/aggregate/sw_journal_entry?filter[subject_type]=sw_shed';
    $page = '/router/translate-path?path=/admin/softwhere/shed/' . $this->shed->id();
    $count = fn (): int => self::document($this->ask($this->administrator, 'GET', $groups), 200)['meta']['groups'][0]['count'];
    $this->open('sw_toy', 'sw_shed');
    self::assertSame(1, $count());
    self::document($this->ask($this->administrator, 'GET', $page), 200);
    $this->open('sw_toy');
    self::assertSame(0, $count());
    self::document($this->ask($this->administrator, 'GET', $page), 404);
    $this->actAs($this->administrator);
    self::assertSame([], $this->found('sw_shed'));
    \Drupal::entityTypeManager()->getAccessControlHandler('sw_shed')->resetCache();
    self::assertFalse($this->shed->access('view'));
    self::assertFalse(\Drupal::service('sw_tenant.row_access')->exists($this->shed, $this->administrator));
    self::assertFalse(\Drupal::service('sw_base.type_access')->check('sw_shed', 'view', $this->administrator)->isAllowed());
  }

  /**
   * A file can't be put into a field that isn't there.
   */
  public function testUpload(): void {
    $this->open('sw_toy');
    $headers = ['Content-Type' => 'application/octet-stream', 'Content-Disposition' => 'file; filename="a.txt"'];
    foreach (['plan', 'nop'] as $field) {
      $answer = $this->ask($this->administrator, 'POST', "/jsonapi/sw_site/sw_site/$field", NULL, $headers);
      $answers[] = str_replace($field, 'field', (string) $answer->getContent());
      self::assertSame(404, $answer->getStatusCode(), (string) $answer->getContent());
    }
    self::assertSame($answers[0], $answers[1]);
  }

}
