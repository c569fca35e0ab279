export { AccountHeader } from "./account-header";
export { AccountList } from "./account-list";
export { BillingSitesPanel } from "./billing-sites-panel";
