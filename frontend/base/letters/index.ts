export { LetterButton, LetterNote } from "./letter-button";
