<?php

namespace Drupal\sw_base\Plugin\LanguageNegotiation;

use Drupal\Core\Language\LanguageInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\language\Attribute\LanguageNegotiation;
use Drupal\language\LanguageNegotiationMethodBase;
use Symfony\Component\HttpFoundation\Request;

/**
 * The administration speaks the language of whoever uses it.
 *
 * The API doesn't: its texts are part of the wire contract.
 */
#[LanguageNegotiation(
  id: 'sw-administration',
  name: new TranslatableMarkup('User, in the administration'),
  types: [LanguageInterface::TYPE_INTERFACE],
  weight: -10,
  description: new TranslatableMarkup('The language that the user prefers, on administration pages.'),
)]
final class AdministrationLanguage extends LanguageNegotiationMethodBase {

  /**
   * {@inheritdoc}
   *
   * @return string|null
   *   The language, or NULL where this says nothing.
   */
  public function getLangcode(?Request $request = NULL) {
    // A language in the path is a choice as well, and the later one.
    if (!$request || $request->query->has('_format') || !preg_match('#^/(admin|batch|user|views)(/|$)#', $request->getPathInfo())) {
      return NULL;
    }
    $langcode = $this->currentUser->isAuthenticated() ? $this->currentUser->getPreferredLangcode(FALSE) : '';
    return isset($this->languageManager->getLanguages()[$langcode]) ? $langcode : NULL;
  }

}
