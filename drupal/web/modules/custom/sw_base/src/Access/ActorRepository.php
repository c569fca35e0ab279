<?php

namespace Drupal\sw_base\Access;

use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\user\UserInterface;

/**
 * Reads actors from user accounts.
 */
final class ActorRepository {

  /**
   * Actors by the account they were read from.
   *
   * @var \WeakMap<\Drupal\user\UserInterface, \Drupal\sw_base\Access\Actor>
   */
  private \WeakMap $actors;

  public function __construct(
    private readonly EntityTypeManagerInterface $entityTypeManager,
    private readonly AccountInterface $currentUser,
    private readonly OpenModules $openModules,
  ) {
    $this->actors = new \WeakMap();
  }

  /**
   * The signed-in user as an actor.
   */
  public function current(): Actor {
    return $this->get((int) $this->currentUser->id());
  }

  /**
   * The actor with that user id.
   */
  public function get(int $uid): Actor {
    // Memory-cached by the storage, and reset there when the user is saved.
    $user = $uid > 0 ? $this->entityTypeManager->getStorage('user')->load($uid) : NULL;
    if (!$user instanceof UserInterface || !$user->hasField('business_roles')) {
      return new Actor($uid);
    }
    return $this->actors[$user] ??= $this->read($user);
  }

  /**
   * What is stored of the actor.
   */
  private function read(UserInterface $user): Actor {
    $roles = array_column($user->get('business_roles')->getValue(), 'value');
    sort($roles);
    $brand_id = $user->get('brand')->isEmpty() ? NULL : (int) $user->get('brand')->target_id;
    return new Actor(
      uid: (int) $user->id(),
      brandId: $brand_id,
      userType: (string) $user->get('user_type')->value,
      roles: $roles,
      accountIds: array_map(intval(...), array_column($user->get('accounts')->getValue(), 'target_id')),
      openModules: $brand_id === NULL ? NULL : $this->openModules->of($brand_id),
    );
  }

}
