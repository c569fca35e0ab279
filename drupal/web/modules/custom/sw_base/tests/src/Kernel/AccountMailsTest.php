<?php

namespace Drupal\Tests\sw_base\Kernel;

use Drupal\sw_base\Account\AccountMails;

/**
 * How long links to a new password live, and what is kept of them.
 *
 * @group softwhere
 */
final class AccountMailsTest extends MachineTestBase {

  /**
   * Ten minutes from the moment that the mail is written; an hour for the mail.
   */
  public function testLifetimes(): void {
    $mails = \Drupal::service('sw_base.account_mails');
    assert($mails instanceof AccountMails);
    $database = \Drupal::database();
    $person = $this->person('north', ['sales'], ['mail' => 'anne@example.test', 'pass' => 'nine quiet boats']);
    $ask = function () use ($mails, $person): string {
      $mails->ask(mb_strtoupper((string) $person->getAccountName()), '192.0.2.7');
      return (string) array_key_last(array_flip($mails->waiting()));
    };

    $mail = $mails->take($ask());
    $this->assertSame('anne@example.test', $mail['recipient']['mail'] ?? NULL);
    $token = (string) ($mail['token'] ?? '');
    foreach (['sw_password_reset', 'sw_account_mail'] as $table) {
      $stored = $database->select($table, 't')->fields('t')->execute()->fetchAll();
      $this->assertCount(1, $stored);
      $this->assertStringNotContainsString($token, (string) json_encode($stored));
    }
    $this->assertSame($person->id(), $mails->accountOf($token)?->id());
    $now = \Drupal::time()->getRequestTime();
    foreach ([[$now + 600, TRUE], [$now, TRUE], [$now - 1, FALSE]] as [$ends, $lives]) {
      $database->update('sw_password_reset')->fields(['ends' => $ends])->execute();
      $this->assertSame($lives, $mails->accountOf($token) !== NULL);
    }

    $id = $ask();
    $database->update('sw_account_mail')->fields(['at' => $now - 3601])->condition('id', $id)->execute();
    $this->assertNull($mails->take($id));
    $id = $ask();
    $database->update('sw_account_mail')->fields(['at' => $now - 3601])->condition('id', $id)->execute();
    $this->assertSame([], $mails->waiting());
  }

}
