export { LetterButton, LetterNote } from "./letter-button";
export { LetterLacks, LetterSheet, useLetter } from "./letter-sheet";
