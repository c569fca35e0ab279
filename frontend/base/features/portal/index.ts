export { ShowOthers, useFew } from "./few";
export { PortalFrame } from "./portal-frame";
export { PortalPage } from "./portal-page";
