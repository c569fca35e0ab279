export { Rail } from "./rail";
export { ZoneKeys } from "./zone-keys";
export { Topbar, UserMenu } from "./topbar";
export { ShortcutsSheet } from "./shortcuts-sheet";
