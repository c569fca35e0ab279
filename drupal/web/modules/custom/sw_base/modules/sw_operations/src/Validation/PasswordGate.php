<?php

namespace Drupal\sw_operations\Validation;

use Drupal\Core\Entity\EntityConstraintViolationList;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\jsonapi\Exception\UnprocessableHttpEntityException;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Password\PasswordRule;
use Drupal\user\UserInterface;
use Symfony\Component\Validator\ConstraintViolation;

/**
 * Refuses passwords as they were sent: core makes texts of numbers, and takes nothing for no change.
 */
final class PasswordGate {

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly PasswordRule $rule,
    private readonly ActorRepository $actors,
  ) {}

  /**
   * Checks the password in a document, of somebody who may set it.
   *
   * @param mixed $document
   *   The body of the request.
   * @param \Drupal\user\UserInterface|null $stored
   *   The user who is changed; NULL for a new one.
   */
  public function check(mixed $document, ?UserInterface $stored): void {
    $attributes = is_array($document) && is_array($document['data'] ?? NULL) ? ($document['data']['attributes'] ?? NULL) : NULL;
    if (!is_array($attributes) || !array_key_exists('pass', $attributes) || !$this->maySet($stored)) {
      return;
    }
    $name = is_string($attributes['name'] ?? NULL) ? $attributes['name'] : (string) $stored?->getAccountName();
    $problem = $this->rule->problem($this->sent($attributes['pass']), $name, $this->brand($stored));
    if ($problem !== NULL) {
      $user = $stored ?? $this->entityTypeManager->getStorage('user')->create();
      assert($user instanceof UserInterface);
      $exception = new UnprocessableHttpEntityException();
      $exception->setViolations(new EntityConstraintViolationList($user, [new ConstraintViolation($problem, $problem, [], $user, 'pass', NULL, NULL, 'password')]));
      throw $exception;
    }
  }

  /**
   * The name of the brand that the user belongs to, or will.
   *
   * Where the platform makes somebody for a brand, the validation of the whole
   * user knows which.
   */
  private function brand(?UserInterface $stored): string {
    $id = $stored === NULL ? $this->actors->current()->brandId : $stored->get('brand')->target_id;
    $brand = $id === NULL ? NULL : $this->entityTypeManager->getStorage('sw_brand')->load($id);
    return (string) $brand?->label();
  }

  /**
   * The password alone, where somebody sends their present one with it.
   */
  private function sent(mixed $pass): mixed {
    if (!is_array($pass) || array_diff(array_keys($pass), ['value', 'existing']) !== []) {
      return $pass;
    }
    return $pass['value'] ?? NULL;
  }

  /**
   * Whoever may not is told that by core.
   */
  private function maySet(?UserInterface $stored): bool {
    return $stored === NULL
      ? $this->entityTypeManager->getAccessControlHandler('user')->createAccess()
      : $stored->access('update') && $stored->get('pass')->access('edit');
  }

}
