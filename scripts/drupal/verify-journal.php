<?php

/**
 * @file
 * Verifies the hash chain of every brand's journal, straight from the tables.
 *
 * Reads in steps of bounded size, so that memory stays flat. Run it with
 * scripts/drupal/verify-journal.mjs. Ends with 1 when something is wrong.
 * --print-heads prints the ends of the chains, --expect-head=<brand>=<sequence>:<hash>
 * takes one that was noted outside of the database.
 */

use Drupal\Core\Database\Connection;
use Drupal\Core\Database\Database;
use Drupal\Core\Site\Settings;
use Drupal\sw_base\Journal\JournalChain;

if (PHP_SAPI !== 'cli') {
  exit(1);
}

const STEP = 5000;
const SHOWN_PROBLEMS = 200;
const START = '0000000000000000000000000000000000000000000000000000000000000000';
const COLUMNS = 'id, brand, sequence, occurred_at, actor, actor_name, operation, subject_type, subject_id, subject_label, subject_version, account, cause, request_id, undoes, view_permission, previous_hash, hash';

chdir(getenv('SW_DRUPAL_ROOT'));
$autoloader = require 'autoload.php';
Settings::initialize(getcwd(), 'sites/default', $autoloader);
require_once getcwd() . '/modules/custom/sw_base/src/Journal/JournalChain.php';
$database = Database::getConnection();

/**
 * @return array<int, array{sequence: int, hash: string}>
 *   The stored last links, kept outside of the journal, by brand (0: the platform).
 */
function heads(Connection $database): array {
  $heads = [];
  foreach ($database->query('SELECT brand, sequence, hash FROM {sw_journal_head}') as $row) {
    $heads[(int) $row->brand] = ['sequence' => (int) $row->sequence, 'hash' => $row->hash];
  }
  return $heads;
}

/**
 * @return array<int, list<array{field: string, from: ?string, to: ?string}>>
 *   The changes of the entries of one step, by entry.
 */
function changes(Connection $database, int $first, int $last): array {
  $changes = [];
  $rows = $database->query('SELECT entity_id, changes_field, changes_from, changes_to FROM {sw_journal_entry__changes} WHERE entity_id BETWEEN :first AND :last ORDER BY entity_id, delta', [
    ':first' => $first,
    ':last' => $last,
  ], ['fetch' => PDO::FETCH_NUM]);
  foreach ($rows as [$id, $field, $from, $to]) {
    $changes[(int) $id][] = ['field' => $field, 'from' => $from, 'to' => $to];
  }
  return $changes;
}

/**
 * @return array<int, string>
 *   UUIDs by id. A customer account that is gone is still named by the entries about it.
 */
function uuids(Connection $database, string ...$queries): array {
  $uuids = [];
  foreach ($queries as $query) {
    $uuids += $database->query($query)->fetchAllKeyed();
  }
  return $uuids;
}

/**
 * @param list<string> $arguments
 *   The command line.
 *
 * @return array<string, array{sequence: int, hash: string}>
 *   Its heads, by brand UUID or "platform".
 */
function expected(array $arguments): array {
  $expected = [];
  foreach ($arguments as $index => $argument) {
    $text = $argument === '--expect-head' ? ($arguments[$index + 1] ?? '') : (str_starts_with($argument, '--expect-head=') ? substr($argument, 14) : NULL);
    if ($text === NULL) {
      continue;
    }
    if (!preg_match('/^(.+)=(\d+):([0-9a-f]{64})$/D', $text, $match)) {
      fwrite(STDERR, "--expect-head needs <brand>=<sequence>:<hash>, not $text\n");
      exit(2);
    }
    $expected[$match[1]] = ['sequence' => (int) $match[2], 'hash' => $match[3]];
  }
  return $expected;
}

$problems = 0;
$report = function (string $text) use (&$problems): void {
  $problems++;
  if ($problems <= SHOWN_PROBLEMS) {
    echo "WRONG $text\n";
  }
};

$names = $database->query('SELECT id, name FROM {sw_brand}')->fetchAllKeyed();
$chain = fn (int $brand): string => $brand === 0 ? 'platform' : (isset($names[$brand]) ? "brand $brand ($names[$brand])" : "brand $brand (gone)");
$brand_uuids = $database->query('SELECT id, uuid FROM {sw_brand}')->fetchAllKeyed();
$key = fn (int $brand): string => $brand === 0 ? 'platform' : ($brand_uuids[$brand] ?? "brand $brand");
$noted_heads = expected($argv);
$started = microtime(TRUE);
$before = heads($database);
$users = uuids($database, 'SELECT uid, uuid FROM {users}');
$accounts = uuids($database, 'SELECT id, uuid FROM {sw_account}', "SELECT account, subject_id FROM {sw_journal_entry} WHERE subject_type = 'sw_account' AND account IS NOT NULL");

$links = [];
$verified = 0;
$position = 0;
while (TRUE) {
  $rows = $database->queryRange('SELECT ' . COLUMNS . ' FROM {sw_journal_entry} WHERE id > :id ORDER BY id', 0, STEP, [':id' => $position], ['fetch' => PDO::FETCH_ASSOC])->fetchAll();
  if ($rows === []) {
    break;
  }
  $changes = changes($database, (int) $rows[0]['id'], (int) end($rows)['id']);
  foreach ($rows as $row) {
    $position = (int) $row['id'];
    $brand = (int) $row['brand'];
    $sequence = (int) $row['sequence'];
    $link = $links[$brand] ?? ['sequence' => 0, 'hash' => START];
    $expected = $link['sequence'] + 1;
    $where = $chain($brand) . ", entry $sequence";
    if ($sequence > $expected) {
      $report($chain($brand) . ': ' . ($sequence - 1 > $expected ? "entries $expected to " . ($sequence - 1) . ' are' : "entry $expected is") . ' missing (deleted or moved)');
    }
    elseif ($sequence < $expected) {
      $report("$where: stands after entry {$link['sequence']} (moved or inserted)");
    }
    elseif ($row['previous_hash'] !== $link['hash']) {
      $report("$where: doesn't continue entry {$link['sequence']} (one of them was replaced)");
    }
    $actor = $row['actor'] === NULL ? NULL : ($users[$row['actor']] ?? FALSE);
    $account = $row['account'] === NULL ? NULL : ($accounts[$row['account']] ?? FALSE);
    if ($actor === FALSE || $account === FALSE) {
      $report("$where: its " . ($actor === FALSE ? 'actor' : 'account') . ' is not stored anywhere');
    }
    else {
      $hash = JournalChain::hash((string) $row['previous_hash'], [
        'account' => $account,
        'actor' => $actor,
        'actor_name' => $row['actor_name'],
        'cause' => $row['cause'],
        'changes' => $changes[$position] ?? [],
        'occurred_at' => (int) $row['occurred_at'],
        'operation' => $row['operation'],
        'request_id' => $row['request_id'],
        'sequence' => $sequence,
        'subject_id' => $row['subject_id'],
        'subject_label' => $row['subject_label'],
        'subject_type' => $row['subject_type'],
        'subject_version' => (int) $row['subject_version'],
        'undoes' => $row['undoes'],
        'view_permission' => $row['view_permission'],
      ]);
      if ($hash !== $row['hash']) {
        $report("$where: its content isn't what was written (edited)");
      }
    }
    if (isset($before[$brand]) && $sequence === $before[$brand]['sequence'] && $row['hash'] !== $before[$brand]['hash']) {
      $report("$where: isn't the last entry that was written (chain rewritten)");
    }
    $noted = $noted_heads[$key($brand)] ?? NULL;
    if ($noted !== NULL && $noted['sequence'] === $sequence) {
      unset($noted_heads[$key($brand)]);
      if ($noted['hash'] !== $row['hash']) {
        $report("$where: isn't the entry that was noted outside (chain rewritten)");
      }
    }
    if ($sequence >= $expected) {
      $links[$brand] = ['sequence' => $sequence, 'hash' => $row['hash']];
    }
    $verified++;
  }
}

// Others may have written meanwhile: the end of a chain lies between both looks at its head.
$after = heads($database);
foreach (array_keys($before + $after + $links) as $brand) {
  $last = $links[$brand]['sequence'] ?? 0;
  if (!isset($after[$brand])) {
    $report($chain($brand) . ': its stored head is gone');
  }
  elseif ($last < ($before[$brand]['sequence'] ?? 0)) {
    $report($chain($brand) . ": ends at entry $last, but {$before[$brand]['sequence']} were written (truncated)");
  }
  elseif ($last > $after[$brand]['sequence']) {
    $report($chain($brand) . ": goes on to entry $last, but {$after[$brand]['sequence']} were written (appended by hand)");
  }
}

foreach ($noted_heads as $name => $noted) {
  if ($noted['sequence'] > 0) {
    $report("$name: entry {$noted['sequence']}, which was noted outside, is missing (truncated)");
  }
}

if ($problems > SHOWN_PROBLEMS) {
  echo '… and ' . ($problems - SHOWN_PROBLEMS) . " more\n";
}
if (in_array('--print-heads', $argv, TRUE)) {
  foreach ($after as $brand => $head) {
    echo 'HEAD ' . $key($brand) . "={$head['sequence']}:{$head['hash']}\n";
  }
}
$seconds = microtime(TRUE) - $started;
echo sprintf("%.1f s, %d entries per second\n", $seconds, $verified / max($seconds, 0.001));
echo $problems === 0 ? "$verified entries verified\n" : "$verified entries verified, $problems problems\n";
exit($problems === 0 ? 0 : 1);
