export { ContactsCard } from "./contacts-card";
export { ContactsPanel } from "./contacts-panel";
