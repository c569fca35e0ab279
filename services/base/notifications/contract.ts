/** What the console shares with the service: how a notification reads, where it leads, and how a mail looks. */
export {
  accountMailKinds,
  accountPlaceholders,
  type AccountMailKind,
  hasItsLink,
  renderAccountMail,
} from "./message/account-text.ts";
export { digestPlaceholders, digestTemplates, renderDigest } from "./message/digest-text.ts";
export { outsidePlaceholders, renderOutside } from "./message/outside-text.ts";
export { letterInput, letterRow } from "./outside/inputs.ts";
export type { OutsideLetter } from "./outside/outside-letter.ts";
export type { Lack, LetterPreview, LetterState } from "./outside/outside-mails.ts";
export { type Locale, placeOf, sentenceOf, type Told } from "./message/sentence.ts";
export {
  defaultTemplates,
  type MailTemplate,
  placeholders,
  renderMail,
  unknownPlaceholders,
} from "./message/template.ts";
