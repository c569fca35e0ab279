<?php

namespace Drupal\sw_operations\Validation;

use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/**
 * The filter grammar: conditions and groups, and groups that hold something.
 */
final class FilterShape {

  private const ROOT = '@root';

  private const LIST_OPERATORS = ['IN', 'NOT IN', 'BETWEEN', 'NOT BETWEEN'];

  /**
   * @param array<array-key, mixed> $filter
   *   The filter parameter.
   */
  public static function check(array $filter): void {
    $groups = [];
    $parents = [];
    foreach ($filter as $id => $item) {
      if ((string) $id === self::ROOT) {
        throw new BadRequestHttpException("'@root' is a reserved filter id.");
      }
      if (!is_array($item)) {
        continue;
      }
      if (isset($item['group'])) {
        self::checkGroup($item['group'], (string) $id);
        $groups[(string) $id] = TRUE;
      }
      elseif (isset($item['condition']) || array_key_exists('condition', $item)) {
        self::checkCondition($item['condition'], FALSE);
      }
      else {
        self::checkCondition($item, TRUE);
      }
      $inner = $item['group'] ?? $item['condition'] ?? $item;
      $parent = is_array($inner) ? ($inner['memberOf'] ?? NULL) : NULL;
      if ($parent !== NULL && !is_string($parent)) {
        throw new BadRequestHttpException('The memberOf of a filter must be a single value.');
      }
      $parents[(string) $id] = $parent ?? self::ROOT;
    }
    self::checkTree($groups, $parents);
  }

  /**
   * A conjunction and nothing core would fail on.
   */
  private static function checkGroup(mixed $group, string $id): void {
    $conjunction = is_array($group) ? ($group['conjunction'] ?? NULL) : NULL;
    if (!in_array($conjunction, ['AND', 'OR'], TRUE)) {
      throw new BadRequestHttpException('Allowed conjunctions: AND, OR.');
    }
  }

  /**
   * A path, an operator and a value of the operator's shape.
   *
   * @param bool $shorthand
   *   Whether the filter's id may stand for the path.
   */
  private static function checkCondition(mixed $condition, bool $shorthand): void {
    if (!is_array($condition)) {
      throw new BadRequestHttpException('A filter condition must be an object.');
    }
    foreach (['path', 'operator'] as $member) {
      if (isset($condition[$member]) && !is_string($condition[$member])) {
        throw new BadRequestHttpException("The $member of a filter must be a single value.");
      }
    }
    if ($shorthand && !isset($condition['value']) && !isset($condition['path']) && !isset($condition['operator'])) {
      throw new BadRequestHttpException("Filter parameter is missing a 'value' key.");
    }
    $operator = $condition['operator'] ?? '=';
    $value = $condition['value'] ?? NULL;
    if (is_array($value)) {
      foreach ($value as $part) {
        if (!is_string($part)) {
          throw new BadRequestHttpException('The values of a filter must be single values.');
        }
      }
      if (!in_array($operator, self::LIST_OPERATORS, TRUE)) {
        throw new BadRequestHttpException("The '$operator' operator takes a single value.");
      }
    }
    if (str_ends_with($operator, 'BETWEEN') && $value !== NULL && (!is_array($value) || count($value) !== 2)) {
      throw new BadRequestHttpException("The '$operator' operator takes two values.");
    }
    if (in_array($operator, ['IN', 'NOT IN'], TRUE) && $value === []) {
      throw new BadRequestHttpException("The '$operator' operator takes a list of values.");
    }
  }

  /**
   * Each group holds something and hangs on the root.
   *
   * @param array<string, bool> $groups
   *   Group ids as keys.
   * @param array<string, string> $parents
   *   Parent by filter id.
   */
  private static function checkTree(array $groups, array $parents): void {
    foreach (array_keys($groups) as $id) {
      if (!in_array((string) $id, $parents, TRUE)) {
        throw new BadRequestHttpException("The filter group '$id' is empty.");
      }
    }
    foreach (array_keys($parents) as $id) {
      $seen = [];
      for ($at = (string) $id; $at !== self::ROOT; $at = $parents[$at]) {
        if (isset($seen[$at])) {
          throw new BadRequestHttpException("The filter group '$id' is a member of itself.");
        }
        $seen[$at] = TRUE;
        if ($parents[$at] !== self::ROOT && !isset($groups[$parents[$at]])) {
          throw new BadRequestHttpException("The filter '$at' is a member of a group that doesn't exist.");
        }
      }
    }
  }

}
