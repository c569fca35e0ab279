<?php

namespace Drupal\sw_base\EntityQuery;

/**
 * Sorts words as a French reader has them, the same on every database.
 */
trait SortsWords {

  /**
   * {@inheritdoc}
   */
  protected function addSort() {
    parent::addSort();
    $order = &$this->sqlQuery->getOrderBy();
    $expressions = &$this->sqlQuery->getExpressions();
    $sorted = [];
    foreach ($order as $key => $direction) {
      if (isset($expressions[$key])) {
        $expressions[$key]['expression'] = preg_replace_callback('/^(min|max)\((\w+\.\w+)\)$/D', fn (array $match) => "$match[1](" . ($this->folded($match[2]) ?? $match[2]) . ')', $expressions[$key]['expression']);
      }
      $folded = $this->folded((string) $key);
      $sorted[$folded === NULL ? $key : $this->sqlQuery->addExpression($folded, 'sw_sort')] = $direction;
    }
    $order = $sorted;
    return $this;
  }

  /**
   * The expression by which a column of words is sorted; NULL for any other.
   */
  private function folded(string $real_field): ?string {
    return ComparesTexts::folded($real_field, $this->sqlQuery);
  }

}
