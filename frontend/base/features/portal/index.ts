export { PortalFrame } from "./portal-frame";
export { PortalPage } from "./portal-page";
