export { SitesBlock } from "./sites-block";
