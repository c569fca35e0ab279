export { AccountHeader } from "./account-header";
export { AccountList } from "./account-list";
