<?php

namespace Drupal\sw_base\Access;

/**
 * Who acts: the facts of an account that rights and tenancy depend on.
 */
final class Actor {

  /**
   * Made when it is first asked for.
   */
  private ?string $fingerprint = NULL;

  /**
   * @param list<string> $roles
   *   Business roles.
   * @param list<int> $accountIds
   *   Customer accounts in sight, for users who see only their own.
   * @param list<string>|null $openModules
   *   Modules of the model that the brand uses besides the base; NULL for all.
   */
  public function __construct(
    public readonly int $uid,
    public readonly ?int $brandId = NULL,
    public readonly string $userType = '',
    public readonly array $roles = [],
    public readonly array $accountIds = [],
    public readonly ?array $openModules = NULL,
  ) {}

  /**
   * Whether only rows that lead to the actor's accounts are in sight.
   */
  public function isRestrictedToAccounts(): bool {
    return in_array($this->userType, ['client', 'partner'], TRUE);
  }

  /**
   * Whether what the module declares exists for the actor.
   */
  public function hasModule(string $module): bool {
    return $this->openModules === NULL || $module === 'sw_base' || in_array($module, $this->openModules, TRUE);
  }

  /**
   * Whether nobody is signed in.
   */
  public function isAnonymous(): bool {
    return $this->uid === 0;
  }

  /**
   * Two actors with the same fingerprint see the same rows and values.
   */
  public function fingerprint(): string {
    // Their own rows are what these see, and others' alike don't.
    $self = $this->isRestrictedToAccounts() || $this->brandId === NULL ? $this->uid : NULL;
    return $this->fingerprint ??= hash('xxh128', serialize([
      $self,
      $this->isAnonymous(),
      $this->brandId,
      $this->userType,
      $this->roles,
      $this->accountIds,
      $this->openModules,
    ]));
  }

}
