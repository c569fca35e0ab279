export { Rail } from "./rail";
export { ZoneKeys } from "./zone-keys";
export { Topbar } from "./topbar";
export { ShortcutsSheet } from "./shortcuts-sheet";
