export { Rail } from "./rail";
export { Topbar } from "./topbar";
