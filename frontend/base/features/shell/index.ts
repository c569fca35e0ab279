export { Rail } from "./rail";
export { Topbar } from "./topbar";
export { ShortcutsSheet } from "./shortcuts-sheet";
