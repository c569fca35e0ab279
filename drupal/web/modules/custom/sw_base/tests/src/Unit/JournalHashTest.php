<?php

namespace Drupal\Tests\sw_base\Unit;

use Drupal\sw_base\Journal\JournalChain;
use Drupal\Tests\UnitTestCase;

/**
 * The hash that the wire contract describes, byte by byte.
 */
final class JournalHashTest extends UnitTestCase {

  /**
   * An entry, in no order.
   */
  private const ENTRY = [
    'sequence' => 7,
    'operation' => 'update',
    'subject_type' => 'sw_toy',
    'subject_id' => '5e0f6c1e-8f0a-4c67-9d3a-0d3c7f6b1a2b',
    'subject_label' => 'Ours brun / « Ted »',
    'subject_version' => 2,
    'account' => NULL,
    'actor' => NULL,
    'actor_name' => 'Zoé',
    'cause' => 'user',
    'occurred_at' => 1764288000,
    'request_id' => 'abc',
    'view_permission' => NULL,
    'changes' => [['to' => "b\u{2028}", 'field' => 'name', 'from' => '</a>']],
  ];

  /**
   * The canonical text, written out by hand.
   */
  private const CANONICAL = '{"account":null,"actor":null,"actor_name":"Zoé","cause":"user","changes":[{"field":"name","from":"</a>","to":"b' . "\u{2028}" . '"}],"occurred_at":1764288000,"operation":"update","request_id":"abc","sequence":7,"subject_id":"5e0f6c1e-8f0a-4c67-9d3a-0d3c7f6b1a2b","subject_label":"Ours brun / « Ted »","subject_type":"sw_toy","subject_version":2,"view_permission":null}';

  /**
   * Sorted keys, no spaces, UTF-8 and slashes as they are; the link before it comes first.
   */
  public function testCanonicalForm(): void {
    $previous = str_repeat('0', 64);
    self::assertSame(hash('sha256', $previous . "\n" . self::CANONICAL), JournalChain::hash($previous, self::ENTRY));
    self::assertSame(JournalChain::hash($previous, self::ENTRY), JournalChain::hash($previous, array_reverse(self::ENTRY)));
  }

  /**
   * What takes nothing back is hashed as entries were before they could say so.
   */
  public function testWhatIsTakenBack(): void {
    self::assertSame(JournalChain::hash('a', self::ENTRY), JournalChain::hash('a', ['undoes' => NULL] + self::ENTRY));
    $text = str_replace('"view_permission"', '"undoes":"run-1","view_permission"', self::CANONICAL);
    self::assertSame(hash('sha256', "a\n" . $text), JournalChain::hash('a', ['undoes' => 'run-1'] + self::ENTRY));
  }

  /**
   * No member can change unnoticed, nor can the link before.
   */
  public function testEveryMemberCounts(): void {
    $hash = JournalChain::hash('a', self::ENTRY);
    self::assertNotSame($hash, JournalChain::hash('b', self::ENTRY));
    foreach (array_keys(self::ENTRY) as $member) {
      $altered = $member === 'changes' ? [] : 'altered';
      self::assertNotSame($hash, JournalChain::hash('a', [$member => $altered] + self::ENTRY), $member);
    }
  }

}
