<?php

namespace Drupal\sw_tenant\Scope;

use Drupal\Core\Session\AccountInterface;
use Drupal\sw_base\Access\Actor;
use Drupal\sw_base\Access\ActorRepository;
use Drupal\sw_base\Access\BusinessRolePolicy;
use Drupal\sw_base\Tenancy\SystemScope;

/**
 * Answers for whom the current code acts. Without an answer nobody sees anything.
 */
final class TenantContext {

  public function __construct(
    private readonly ActorRepository $actors,
    private readonly SystemScope $systemScope,
    private readonly AccountInterface $currentUser,
  ) {}

  /**
   * The kind of scope that applies now.
   */
  public function kind(): ScopeKind {
    if ($this->systemScope->isActive()) {
      return ScopeKind::System;
    }
    return $this->kindOf($this->actors->current());
  }

  /**
   * The kind of scope of an actor.
   */
  public function kindOf(Actor $actor): ScopeKind {
    return match (TRUE) {
      $actor->isAnonymous() => ScopeKind::None,
      $actor->brandId === NULL => ScopeKind::Platform,
      default => ScopeKind::Brand,
    };
  }

  /**
   * The signed-in user as an actor.
   */
  public function actor(): Actor {
    return $this->actors->current();
  }

  /**
   * Whether the signed-in user runs the platform.
   */
  public function administersPlatform(): bool {
    return $this->currentUser->hasPermission(BusinessRolePolicy::PLATFORM_PERMISSION);
  }

  /**
   * Whether platform code runs now.
   */
  public function isSystem(): bool {
    return $this->systemScope->isActive();
  }

}
